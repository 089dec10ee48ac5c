"""The positive part plus the scaled negative part."""

import torch


def leaky_relu(x, negative_slope=0.01):
    size = x.abs()
    return (x + size) / 2 + negative_slope * (x - size) / 2
