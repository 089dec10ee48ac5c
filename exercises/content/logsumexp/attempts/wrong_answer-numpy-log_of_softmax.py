"""You take the logarithm of a finished softmax: a probability that underflowed to 0 gives -inf; subtract the log-sum-exp from x instead."""

import numpy as np


def logsumexp(x, axis=-1):
    top = x.max(axis=axis, keepdims=True)
    return np.squeeze(top, axis) + np.log(np.exp(x - top).sum(axis=axis))


def log_softmax(x, axis=-1):
    weights = np.exp(x - x.max(axis=axis, keepdims=True))
    return np.log(weights / weights.sum(axis=axis, keepdims=True))
