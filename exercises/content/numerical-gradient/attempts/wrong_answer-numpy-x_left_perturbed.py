"""You leave x moved: after each entry write its old value back, or the next entries are taken at another point and the caller's x is changed."""

import numpy as np


def numerical_gradient(f, x, h=1e-5):
    if x.dtype.kind != "f":
        x = x.astype(float)
    gradient = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        x[index] += h
        above = f(x)
        x[index] -= 2 * h
        below = f(x)
        gradient[index] = (above - below) / (2 * h)
    return gradient
