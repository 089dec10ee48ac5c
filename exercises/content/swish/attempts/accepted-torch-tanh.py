"""The gate written with the hyperbolic tangent."""

import torch


def swish(x, beta=1.0):
    return x / 2 + x / 2 * torch.tanh(beta * x / 2)
