"""You return the derivative alone: the chain rule multiplies it by `dout`."""

import numpy as np


def sigmoid_backward(dout, x):
    s = 1 / (1 + np.exp(-x))
    return s * (1 - s)


def tanh_backward(dout, x):
    t = np.tanh(x)
    return 1 - t * t


def relu_backward(dout, x):
    return (x > 0).astype(x.dtype)
