"""The quotient as it stands in NumPy, with a clamped exponential for each side in PyTorch."""

import numpy as np


def swish(x, beta=1.0):
    with np.errstate(over="ignore"):
        return x / (1 + np.exp(-beta * x))
