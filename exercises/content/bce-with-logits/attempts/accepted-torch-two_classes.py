"""The logits z and 0 in log-sum-exp, element by element."""

import torch


def bce_with_logits(logits, y):
    if logits.shape != y.shape:
        raise ValueError("shapes differ")
    zero = torch.zeros_like(logits)
    return (y * torch.logaddexp(zero, -logits) + (1 - y) * torch.logaddexp(zero, logits)).mean()
