"""The smaller of x and 0, minus log1p of a decaying exponential."""

import torch


def log_sigmoid(x):
    return x.clamp(max=0) - torch.log1p(torch.exp(-x.abs()))
