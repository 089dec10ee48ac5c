"""You use the variance as the standard deviation: take its square root before you draw."""

import math

import numpy as np


def xavier(shape, rng, distribution="uniform", gain=1.0):
    variance = 2 * gain**2 / ((shape[0] + shape[1]) * math.prod(shape[2:]))
    if distribution == "normal":
        return rng.normal(0, variance, shape)
    return rng.uniform(-math.sqrt(3) * variance, math.sqrt(3) * variance, shape)
