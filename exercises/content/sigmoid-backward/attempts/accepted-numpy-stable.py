"""Forms that keep their digits far from zero."""

import numpy as np


def sigmoid_backward(dout, x):
    decay = np.exp(-np.abs(x))
    return dout * decay / np.square(1 + decay)


def tanh_backward(dout, x):
    return 4 * sigmoid_backward(dout, 2 * x)


def relu_backward(dout, x):
    return np.where(x > 0, dout, 0).astype(dout.dtype)
