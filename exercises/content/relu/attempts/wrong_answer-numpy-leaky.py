"""You let 1 % of the negative part through: that is leaky ReLU, plain ReLU gives exactly 0 there."""

import numpy as np


def relu(x):
    return np.where(x > 0, x, 0.01 * x)
