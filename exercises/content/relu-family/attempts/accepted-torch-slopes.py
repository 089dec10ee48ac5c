"""An array of slopes, one or the given one."""

import torch


def leaky_relu(x, negative_slope=0.01):
    positive = (x > 0).to(x.dtype)
    return x * (positive + negative_slope * (1 - positive))
