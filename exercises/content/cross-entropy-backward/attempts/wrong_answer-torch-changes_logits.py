"""You subtract the maximum in place: that changes the caller's logits."""

import torch


def cross_entropy_backward(logits, y):
    n = len(logits)
    logits -= logits.amax(dim=1, keepdim=True)
    p = torch.exp(logits) / torch.exp(logits).sum(dim=1, keepdim=True)
    p[torch.arange(n), y] -= 1
    return p / n
