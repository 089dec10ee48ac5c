"""You compute 1/(1+exp(x)), which falls from 1 to 0: the exponent is -x, and a large x gives 1."""

import numpy as np


def sigmoid(x):
    return 1 / (1 + np.exp(x))
