"""Your network computes AND: it fires only for (1, 1), where XOR is silent; combine an OR unit with an AND unit."""

import numpy as np


def xor_params():
    return np.ones((2, 1)), np.array([-1.0]), np.ones((1, 1)), np.zeros(1)
