"""You ignore approximate="tanh" and return the exact form: a checkpoint trained with the approximation expects the approximation."""

import math

import numpy as np


def gelu(x, approximate="none"):
    erf = np.vectorize(math.erf, otypes=[np.float64])
    return 0.5 * x * (1 + erf(x / math.sqrt(2)))
