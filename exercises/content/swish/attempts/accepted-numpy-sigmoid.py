"""The input times a stable sigmoid."""

import numpy as np


def sigmoid(z):
    decay = np.exp(-np.abs(z))
    return np.where(z >= 0, 1, decay) / (1 + decay)


def swish(x, beta=1.0):
    return x * sigmoid(beta * x)
