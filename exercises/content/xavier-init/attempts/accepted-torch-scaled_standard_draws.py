"""Scales standard draws."""

import torch


def xavier(shape, generator, distribution="uniform", gain=1.0):
    fan_sum = shape[0] + shape[1]
    for size in shape[2:]:
        fan_sum *= size
    if distribution == "normal":
        return gain * (2 / fan_sum) ** 0.5 * torch.randn(shape, generator=generator, dtype=torch.float64)
    return gain * (6 / fan_sum) ** 0.5 * (2 * torch.rand(shape, generator=generator, dtype=torch.float64) - 1)
