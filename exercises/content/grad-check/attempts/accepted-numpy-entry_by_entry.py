"""Stops at the first entry that is off."""

import numpy as np


def check_gradient(f, grad, x, tol=1e-5):
    a = grad(x)
    h = 2e-5
    for index in np.ndindex(x.shape):
        above, below = x.copy(), x.copy()
        above[index] += h
        below[index] -= h
        n = (f(above) - f(below)) / (2 * h)
        if not abs(a[index] - n) <= tol * max(1e-8, abs(a[index]) + abs(n)):
            return False
    return True
