"""You draw from the global random state: then the weights depend on everything that ran before; use the generator that is passed in."""

import math

import numpy as np


def xavier(shape, rng, distribution="uniform", gain=1.0):
    sd = gain * math.sqrt(2 / ((shape[0] + shape[1]) * math.prod(shape[2:])))
    if distribution == "normal":
        return np.random.normal(0, sd, shape)
    return np.random.uniform(-math.sqrt(3) * sd, math.sqrt(3) * sd, shape)
