"""Your sign of 0 is 1: it is 0 there, so subtract (x < 0) from (x > 0)."""

import numpy as np


def floating(x):
    return x.dtype if x.dtype.kind == "f" else np.float64


def step(x, threshold=0.0):
    return (x >= threshold).astype(floating(x))


def sign(x):
    return 2 * (x >= 0).astype(floating(x)) - 1
