"""You draw uniformly between minus and plus the standard deviation: the weights are normal here (and a uniform bound would be sqrt 3 times as large)."""

import math

import numpy as np


def he(shape, rng, mode="fan_in", nonlinearity="relu", a=0.0):
    field = math.prod(shape[2:])
    fans = (shape[0], shape[1]) if len(shape) == 2 else (shape[1] * field, shape[0] * field)
    gains = {"relu": math.sqrt(2), "leaky_relu": math.sqrt(2 / (1 + a**2)), "tanh": 5 / 3}
    sd = gains.get(nonlinearity, 1.0) / math.sqrt(fans[mode == "fan_out"])
    return rng.uniform(-sd, sd, shape)
