"""One form for each sign."""

import torch


def log_sigmoid(x):
    left = x - torch.log1p(x.clamp(max=0).exp())
    right = -torch.log1p((-x.clamp(min=0)).exp())
    return torch.where(x < 0, left, right)
