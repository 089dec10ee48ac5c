"""Computes the variance and scales standard normal draws by its root."""

import numpy as np


def he(shape, rng, mode="fan_in", nonlinearity="relu", a=0.0):
    slope = {"relu": 0.0, "leaky_relu": a, "linear": 1.0, "sigmoid": 1.0}.get(nonlinearity)
    squared_gain = 25 / 9 if slope is None else 2 / (1 + slope**2)
    axes = list(shape) if len(shape) == 4 else list(shape)[::-1]
    del axes[0 if mode == "fan_in" else 1]
    return np.sqrt(squared_gain / np.prod(axes)) * rng.standard_normal(shape)
