"""Draws with the library's distributions."""

import math

import numpy as np


def xavier(shape, rng, distribution="uniform", gain=1.0):
    field = math.prod(shape[2:])
    sd = gain * math.sqrt(2 / ((shape[0] + shape[1]) * field))
    if distribution == "normal":
        return rng.normal(0, sd, shape)
    return rng.uniform(-math.sqrt(3) * sd, math.sqrt(3) * sd, shape)
