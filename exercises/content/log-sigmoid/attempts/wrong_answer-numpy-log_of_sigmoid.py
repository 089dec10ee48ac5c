"""You take the logarithm of a finished sigmoid: far left it has underflowed to 0 and the result is -inf; simplify before you compute."""

import numpy as np


def log_sigmoid(x):
    decay = np.exp(-np.abs(x))
    return np.log(np.where(x >= 0, 1, decay) / (1 + decay))
