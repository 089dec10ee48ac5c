"""You draw from the global random state: then the weights depend on everything that ran before; use the generator that is passed in."""

import math

import torch


def xavier(shape, generator, distribution="uniform", gain=1.0):
    sd = gain * math.sqrt(2 / ((shape[0] + shape[1]) * math.prod(shape[2:])))
    if distribution == "normal":
        return sd * torch.randn(shape)
    return math.sqrt(3) * sd * (2 * torch.rand(shape) - 1)
