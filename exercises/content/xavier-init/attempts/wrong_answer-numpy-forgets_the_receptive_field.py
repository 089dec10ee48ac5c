"""You count only the channels of a filter: each output sums over the kernel too, so both fans are multiplied by kh * kw."""

import math

import numpy as np


def xavier(shape, rng, distribution="uniform", gain=1.0):
    sd = gain * math.sqrt(2 / (shape[0] + shape[1]))
    if distribution == "normal":
        return rng.normal(0, sd, shape)
    return rng.uniform(-math.sqrt(3) * sd, math.sqrt(3) * sd, shape)
