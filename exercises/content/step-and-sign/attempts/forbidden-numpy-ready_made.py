"""Uses the library's own functions."""

import numpy as np


def step(x, threshold=0.0):
    return np.heaviside(x - threshold, 1.0)


def sign(x):
    return np.sign(x).astype(np.float64)
