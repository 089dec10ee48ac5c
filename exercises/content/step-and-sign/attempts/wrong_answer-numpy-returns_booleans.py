"""You return booleans: a unit of a network gives numbers, so convert the comparison to the dtype of x."""

import numpy as np


def step(x, threshold=0.0):
    return x >= threshold


def sign(x):
    return (x > 0).astype(np.float64) - (x < 0).astype(np.float64)
