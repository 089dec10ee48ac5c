"""You let NaN pass: no comparison with it is true, so ask whether all errors are at most tol, not whether any is greater."""

import numpy as np


def numerical(f, x, h=1e-5):
    slope = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        slope[index] = (f(x + step) - f(x - step)) / (2 * h)
    return slope


def check_gradient(f, grad, x, tol=1e-5):
    a, n = grad(x), numerical(f, x)
    return not (np.abs(a - n) / np.maximum(1e-8, np.abs(a) + np.abs(n)) > tol).any()
