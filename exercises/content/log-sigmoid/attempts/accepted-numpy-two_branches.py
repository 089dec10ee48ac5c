"""One form for each sign."""

import numpy as np


def log_sigmoid(x):
    with np.errstate(over="ignore"):
        return np.where(x < 0, x - np.log1p(np.exp(x)), -np.log1p(np.exp(-x)))
