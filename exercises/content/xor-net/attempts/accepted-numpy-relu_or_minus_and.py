"""ReLU: the sum, minus twice what is above one."""

import numpy as np


def xor_params():
    w1 = np.ones((2, 2))
    b1 = np.array([0.0, -1.0])
    w2 = np.array([[1.0], [-2.0]])
    return w1, b1, w2, np.zeros(1)
