"""Your sign of 0 is 1: it is 0 there, so subtract (x < 0) from (x > 0)."""

import torch


def floating(x):
    return x.dtype if x.is_floating_point() else torch.float64


def step(x, threshold=0.0):
    return (x >= threshold).to(floating(x))


def sign(x):
    return 2 * (x >= 0).to(floating(x)) - 1
