"""Step units: OR fires, AND takes it back."""

import numpy as np


def xor_params():
    w1 = np.array([[1.0, 1.0], [1.0, 1.0]])
    b1 = np.array([-0.5, -1.5])
    w2 = np.array([[1.0], [-1.0]])
    b2 = np.array([-0.5])
    return w1, b1, w2, b2
