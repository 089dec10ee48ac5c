import math

import numpy as np


def he(shape, rng, mode="fan_in", nonlinearity="relu", a=0.0):
    """Return He-initialised weights of `shape`, drawn from the generator `rng`."""
    raise NotImplementedError("Write he: the fan, the gain, then draw from a normal distribution.")
