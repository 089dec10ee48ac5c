"""You use the fan-in alone: Glorot's variance is 2 over the sum of fan-in and fan-out (they agree only for square layers)."""

import math

import torch


def xavier(shape, generator, distribution="uniform", gain=1.0):
    fan_in = shape[0] if len(shape) == 2 else math.prod(shape[1:])
    sd = gain / math.sqrt(fan_in)
    if distribution == "normal":
        return sd * torch.randn(shape, generator=generator)
    return math.sqrt(3) * sd * (2 * torch.rand(shape, generator=generator) - 1)
