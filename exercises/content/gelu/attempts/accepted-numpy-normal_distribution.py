"""By the normal distribution function; the tanh form from exponentials."""

import math

import numpy as np
from statistics import NormalDist


def gelu(x, approximate="none"):
    if approximate == "tanh":
        t = np.expm1(-2 * np.abs(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
        return x / 2 * (1 + np.copysign(t / (t + 2), x))
    cdf = np.vectorize(NormalDist().cdf, otypes=[np.float64])
    return x * cdf(x).astype(x.dtype)
