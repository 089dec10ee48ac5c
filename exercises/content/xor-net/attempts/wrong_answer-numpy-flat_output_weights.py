"""Your output weights have shape (H,): the output layer is a layer like any other, its weight is (H, 1) and its bias (1,)."""

import numpy as np


def xor_params():
    return np.ones((2, 2)), np.array([0.0, -1.0]), np.array([1.0, -2.0]), np.zeros(1)
