"""Your step is -1 below the threshold: that is the sign unit, the step gives 0 there."""

import numpy as np


def floating(x):
    return x.dtype if x.dtype.kind == "f" else np.float64


def step(x, threshold=0.0):
    return 2 * (x >= threshold).astype(floating(x)) - 1


def sign(x):
    return (x > 0).astype(floating(x)) - (x < 0).astype(floating(x))
