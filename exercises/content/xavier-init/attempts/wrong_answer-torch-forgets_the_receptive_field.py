"""You count only the channels of a filter: each output sums over the kernel too, so both fans are multiplied by kh * kw."""

import math

import torch


def xavier(shape, generator, distribution="uniform", gain=1.0):
    sd = gain * math.sqrt(2 / (shape[0] + shape[1]))
    if distribution == "normal":
        return sd * torch.randn(shape, generator=generator)
    return math.sqrt(3) * sd * (2 * torch.rand(shape, generator=generator) - 1)
