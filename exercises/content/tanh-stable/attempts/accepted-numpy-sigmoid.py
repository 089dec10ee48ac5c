"""Twice the sigmoid of 2x, minus one."""

import numpy as np


def tanh(x):
    with np.errstate(over="ignore"):
        return 2 / (1 + np.exp(-2 * x)) - 1
