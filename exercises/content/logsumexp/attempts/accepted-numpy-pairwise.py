"""Adds one term after the other, as logarithms."""

import numpy as np


def logsumexp(x, axis=-1):
    return np.logaddexp.reduce(x, axis=axis)


def log_softmax(x, axis=-1):
    return x - np.logaddexp.reduce(x, axis=axis, keepdims=True)
