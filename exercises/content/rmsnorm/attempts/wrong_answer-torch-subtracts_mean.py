"""You subtract the mean: that is layer norm; RMS norm only rescales."""

import torch


def rmsnorm(x, gamma, eps=1e-6):
    return gamma * (x - x.mean(dim=-1, keepdim=True)) / torch.sqrt(((x - x.mean(dim=-1, keepdim=True)) ** 2).mean(dim=-1, keepdim=True) + eps)
