import numpy as np


def sigmoid(x):
    """Return the logistic function of every element of `x`, in the shape of `x`."""
    raise NotImplementedError("Write sigmoid: 1 / (1 + exp(-x)), safe at both ends.")
