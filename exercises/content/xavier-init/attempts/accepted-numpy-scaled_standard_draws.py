"""Scales standard draws."""

import numpy as np


def xavier(shape, rng, distribution="uniform", gain=1.0):
    fan_sum = (shape[0] + shape[1]) * int(np.prod(shape[2:]))
    if distribution == "normal":
        return gain * (2 / fan_sum) ** 0.5 * rng.standard_normal(shape)
    return gain * (6 / fan_sum) ** 0.5 * (2 * rng.random(shape) - 1)
