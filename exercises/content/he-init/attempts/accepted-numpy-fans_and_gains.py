"""Fans, gain, draw."""

import math

import numpy as np


def he(shape, rng, mode="fan_in", nonlinearity="relu", a=0.0):
    if len(shape) == 2:
        fan_in, fan_out = shape
    else:
        field = shape[2] * shape[3]
        fan_in, fan_out = shape[1] * field, shape[0] * field
    gains = {"relu": math.sqrt(2), "leaky_relu": math.sqrt(2 / (1 + a**2)), "tanh": 5 / 3}
    fan = fan_in if mode == "fan_in" else fan_out
    return rng.normal(0, gains.get(nonlinearity, 1.0) / math.sqrt(fan), shape)
