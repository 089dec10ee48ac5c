"""Your network computes OR: it also fires for (1, 1); subtract a second hidden unit that is active only when both bits are 1."""

import numpy as np


def xor_params():
    return np.ones((2, 1)), np.array([-0.5]), np.ones((1, 1)), np.zeros(1)
