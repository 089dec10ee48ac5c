"""Softmax, minus one at the right class, over N."""

import torch


def cross_entropy_backward(logits, y):
    n = logits.shape[0]
    e = torch.exp(logits - logits.amax(dim=1, keepdim=True))
    p = e / e.sum(dim=1, keepdim=True)
    p[torch.arange(n), y] -= 1
    return p / n
