"""You take the exponential of the raw logits: it overflows beyond 709; subtract the maximum of each row first."""

import torch


def cross_entropy_backward(logits, y):
    n = logits.shape[0]
    e = torch.exp(logits)
    p = e / e.sum(dim=1, keepdim=True)
    p[torch.arange(n), y] -= 1
    return p / n
