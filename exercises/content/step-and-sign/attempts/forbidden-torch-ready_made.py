"""Uses the library's own functions."""

import torch


def step(x, threshold=0.0):
    return torch.heaviside(x - threshold, torch.ones((), dtype=x.dtype))


def sign(x):
    return torch.sign(x)
