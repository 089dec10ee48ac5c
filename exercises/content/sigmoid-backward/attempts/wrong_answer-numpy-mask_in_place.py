"""Your ReLU writes zeros into the caller's `dout`: others may still need it; return a new array."""

import numpy as np


def sigmoid_backward(dout, x):
    s = 1 / (1 + np.exp(-x))
    return dout * s * (1 - s)


def tanh_backward(dout, x):
    t = np.tanh(x)
    return dout * (1 - t * t)


def relu_backward(dout, x):
    dout[x <= 0] = 0
    return dout
