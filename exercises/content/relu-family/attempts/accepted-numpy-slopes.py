"""An array of slopes, one or the given one."""

import numpy as np


def leaky_relu(x, negative_slope=0.01):
    slopes = np.ones_like(x)
    slopes[x < 0] = negative_slope
    return slopes * x
