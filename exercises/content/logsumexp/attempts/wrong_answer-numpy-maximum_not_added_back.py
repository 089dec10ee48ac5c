"""You subtract the maximum and do not add it back: log-sum-exp is m plus the logarithm of the shifted sum."""

import numpy as np


def logsumexp(x, axis=-1):
    return np.log(np.exp(x - x.max(axis=axis, keepdims=True)).sum(axis=axis))


def log_softmax(x, axis=-1):
    return x - np.expand_dims(logsumexp(x, axis), axis)
