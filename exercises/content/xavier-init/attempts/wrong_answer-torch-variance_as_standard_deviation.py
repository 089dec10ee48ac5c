"""You use the variance as the standard deviation: take its square root before you draw."""

import math

import torch


def xavier(shape, generator, distribution="uniform", gain=1.0):
    variance = 2 * gain**2 / ((shape[0] + shape[1]) * math.prod(shape[2:]))
    if distribution == "normal":
        return variance * torch.randn(shape, generator=generator)
    return math.sqrt(3) * variance * (2 * torch.rand(shape, generator=generator) - 1)
