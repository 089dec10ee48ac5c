"""Draws with the library's distributions."""

import math

import torch


def xavier(shape, generator, distribution="uniform", gain=1.0):
    field = math.prod(shape[2:])
    sd = gain * math.sqrt(2 / ((shape[0] + shape[1]) * field))
    if distribution == "normal":
        return torch.empty(shape).normal_(0, sd, generator=generator)
    bound = math.sqrt(3) * sd
    return torch.empty(shape).uniform_(-bound, bound, generator=generator)
