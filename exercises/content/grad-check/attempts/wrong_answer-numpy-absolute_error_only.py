"""You compare absolute errors: a wrong gradient of a tiny function passes and a right one of a large function fails; divide by |a| + |n|."""

import numpy as np


def numerical(f, x, h=1e-5):
    slope = np.zeros_like(x)
    for index in np.ndindex(x.shape):
        step = np.zeros_like(x)
        step[index] = h
        slope[index] = (f(x + step) - f(x - step)) / (2 * h)
    return slope


def check_gradient(f, grad, x, tol=1e-5):
    return bool((abs(grad(x) - numerical(f, x)) <= tol).all())
