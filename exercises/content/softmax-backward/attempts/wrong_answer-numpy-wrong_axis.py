"""You sum over the rows: the mean of `dout` is taken over the classes, the last axis, for each row by itself."""

import numpy as np


def softmax(x):
    e = np.exp(x - x.max(axis=-1, keepdims=True))
    return e / e.sum(axis=-1, keepdims=True)


def softmax_backward(dout, x):
    s = softmax(x)
    return s * (dout - (s * dout).sum(axis=0, keepdims=True))
