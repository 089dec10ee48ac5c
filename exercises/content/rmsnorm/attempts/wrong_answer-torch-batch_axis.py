"""You average over the batch: each row is divided by its own root mean square, over the last axis."""

import torch


def rmsnorm(x, gamma, eps=1e-6):
    return gamma * x / torch.sqrt((x * x).mean(dim=0, keepdim=True) + eps)
