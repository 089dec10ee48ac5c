"""The logarithm of a sum of two exponentials, by the library or written out."""

import numpy as np


def log_sigmoid(x):
    return -np.logaddexp(0, -x)
