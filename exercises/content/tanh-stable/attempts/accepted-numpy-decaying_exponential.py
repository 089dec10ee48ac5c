"""One exponential of -2|x| in NumPy, one clamped exponential for each side in PyTorch."""

import numpy as np


def tanh(x):
    decay = np.exp(-2 * np.abs(x))
    return np.sign(x) * (1 - decay) / (1 + decay)
