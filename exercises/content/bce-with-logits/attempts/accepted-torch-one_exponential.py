"""The maximum, the linear term and log1p of a decaying exponential."""

import torch


def bce_with_logits(logits, y):
    if logits.shape != y.shape:
        raise ValueError("shapes differ")
    tail = torch.log1p(torch.exp(-logits.abs()))
    return (torch.where(logits > 0, logits, 0) - y * logits + tail).mean()
