"""You return booleans: a unit of a network gives numbers, so convert the comparison to the dtype of x."""

import torch


def step(x, threshold=0.0):
    return x >= threshold


def sign(x):
    dtype = x.dtype if x.is_floating_point() else torch.float64
    return (x > 0).to(dtype) - (x < 0).to(dtype)
