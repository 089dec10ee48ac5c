"""By the complementary error function; the tanh form as a sigmoid."""

import math

import numpy as np


def gelu(x, approximate="none"):
    if approximate == "tanh":
        z = math.sqrt(8 / math.pi) * x * (1 + 0.044715 * x * x)
        with np.errstate(over="ignore"):
            return x / (1 + np.exp(-z))
    values = [value / 2 * math.erfc(-value * math.sqrt(0.5)) for value in x.ravel().tolist()]
    return np.array(values, dtype=x.dtype).reshape(x.shape)
