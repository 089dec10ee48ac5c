"""The smaller of x and 0, minus log1p of a decaying exponential."""

import numpy as np


def log_sigmoid(x):
    return np.minimum(x, 0) - np.log1p(np.exp(-np.abs(x)))
