"""You divide by the length of the row: the squares are averaged over the D features, not summed."""

import torch


def rmsnorm(x, gamma, eps=1e-6):
    return gamma * x / torch.sqrt((x * x).sum(dim=-1, keepdim=True) + eps)
