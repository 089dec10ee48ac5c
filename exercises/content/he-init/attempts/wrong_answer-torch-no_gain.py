"""You use 1/fan for every activation: ReLU drops half of the signal, its gain of sqrt 2 makes up for that (tanh and leaky ReLU have gains of their own)."""

import math

import torch


def he(shape, generator, mode="fan_in", nonlinearity="relu", a=0.0):
    field = math.prod(shape[2:])
    fans = (shape[0], shape[1]) if len(shape) == 2 else (shape[1] * field, shape[0] * field)
    return torch.randn(shape, generator=generator) / math.sqrt(fans[mode == "fan_out"])
