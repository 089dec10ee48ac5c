"""You draw from the global random state: then the weights depend on everything that ran before; use the generator that is passed in."""

import math

import torch


def he(shape, generator, mode="fan_in", nonlinearity="relu", a=0.0):
    field = math.prod(shape[2:])
    fans = (shape[0], shape[1]) if len(shape) == 2 else (shape[1] * field, shape[0] * field)
    gains = {"relu": math.sqrt(2), "leaky_relu": math.sqrt(2 / (1 + a**2)), "tanh": 5 / 3}
    return torch.randn(shape) * (gains.get(nonlinearity, 1.0) / math.sqrt(fans[mode == "fan_out"]))
