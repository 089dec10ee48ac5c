"""The gate written with the hyperbolic tangent."""

import numpy as np


def swish(x, beta=1.0):
    return x * (1 + np.tanh(beta * x / 2)) / 2
