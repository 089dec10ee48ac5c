"""By expm1, which keeps the digits of tiny x."""

import numpy as np


def tanh(x):
    t = np.expm1(-2 * np.abs(x))
    return np.copysign(t / (t + 2), x)
