"""You always use the fan-out: the default mode is fan_in, the number of products that are summed into one output."""

import math

import torch


def he(shape, generator, mode="fan_in", nonlinearity="relu", a=0.0):
    fan = shape[1] if len(shape) == 2 else shape[0] * math.prod(shape[2:])
    gains = {"relu": math.sqrt(2), "leaky_relu": math.sqrt(2 / (1 + a**2)), "tanh": 5 / 3}
    return torch.randn(shape, generator=generator) * (gains.get(nonlinearity, 1.0) / math.sqrt(fan))
