"""Your factor sqrt(2/pi) multiplies x alone: it stands before the whole bracket, x + 0.044715 x^3."""

import math

import numpy as np


def gelu(x, approximate="none"):
    if approximate == "tanh":
        return 0.5 * x * (1 + np.tanh(np.sqrt(2 / np.pi) * x + 0.044715 * x**3))
    erf = np.vectorize(math.erf)
    return x * 0.5 * (1 + erf(x / np.sqrt(2)))
