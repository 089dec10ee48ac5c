"""You take the plain mean of `dout` away: it must be weighted by the probabilities, sum(s * dout)."""

import numpy as np


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_backward(dout, x):
    s = softmax(x)
    return s * (dout - dout.mean(axis=-1, keepdims=True))
