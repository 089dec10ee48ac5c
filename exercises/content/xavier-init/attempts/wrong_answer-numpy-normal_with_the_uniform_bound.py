"""You give the normal distribution the uniform bound sqrt(6/...) as standard deviation: its standard deviation is sqrt(2/...)."""

import math

import numpy as np


def xavier(shape, rng, distribution="uniform", gain=1.0):
    bound = gain * math.sqrt(6 / ((shape[0] + shape[1]) * math.prod(shape[2:])))
    if distribution == "normal":
        return rng.normal(0, bound, shape)
    return rng.uniform(-bound, bound, shape)
