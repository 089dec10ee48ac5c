"""You give the normal distribution the uniform bound sqrt(6/...) as standard deviation: its standard deviation is sqrt(2/...)."""

import math

import torch


def xavier(shape, generator, distribution="uniform", gain=1.0):
    bound = gain * math.sqrt(6 / ((shape[0] + shape[1]) * math.prod(shape[2:])))
    if distribution == "normal":
        return bound * torch.randn(shape, generator=generator)
    return bound * (2 * torch.rand(shape, generator=generator) - 1)
