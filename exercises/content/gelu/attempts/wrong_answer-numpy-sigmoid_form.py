"""You use x * sigmoid(1.702 x), a third and coarser approximation (off by up to 0.02): use the error function."""

import math

import numpy as np


def gelu(x, approximate="none"):
    if approximate == "tanh":
        return 0.5 * x * (1 + np.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
    return x * (1 + np.tanh(0.851 * x)) / 2
