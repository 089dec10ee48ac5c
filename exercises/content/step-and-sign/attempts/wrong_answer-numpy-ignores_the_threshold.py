"""You compare with 0 whatever threshold is asked for."""

import numpy as np


def floating(x):
    return x.dtype if x.dtype.kind == "f" else np.float64


def step(x, threshold=0.0):
    return (x >= 0).astype(floating(x))


def sign(x):
    return (x > 0).astype(floating(x)) - (x < 0).astype(floating(x))
