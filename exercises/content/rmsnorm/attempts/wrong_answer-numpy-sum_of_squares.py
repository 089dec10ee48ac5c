"""You divide by the length of the row: the squares are averaged over the D features, not summed."""

import numpy as np


def rmsnorm(x, gamma, eps=1e-6):
    return gamma * x / np.sqrt((x * x).sum(axis=-1, keepdims=True) + eps)
