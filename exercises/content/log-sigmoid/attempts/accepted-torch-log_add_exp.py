"""The logarithm of a sum of two exponentials, by the library or written out."""

import torch


def log_sigmoid(x):
    top = (-x).clamp(min=0)
    small = -(x.abs())
    return -(top + torch.log1p(small.exp()))
