"""You count only the channels of a filter: each output sums over the kernel too, so the fan is multiplied by kh * kw."""

import math

import torch


def he(shape, generator, mode="fan_in", nonlinearity="relu", a=0.0):
    fans = (shape[0], shape[1]) if len(shape) == 2 else (shape[1], shape[0])
    gains = {"relu": math.sqrt(2), "leaky_relu": math.sqrt(2 / (1 + a**2)), "tanh": 5 / 3}
    return torch.randn(shape, generator=generator) * (gains.get(nonlinearity, 1.0) / math.sqrt(fans[mode == "fan_out"]))
