"""Your ReLU passes the gradient at x = 0: by convention, as in torch.relu, it is 0 there, so compare with `x > 0`."""

import numpy as np


def sigmoid_backward(dout, x):
    s = 1 / (1 + np.exp(-x))
    return dout * s * (1 - s)


def tanh_backward(dout, x):
    t = np.tanh(x)
    return dout * (1 - t * t)


def relu_backward(dout, x):
    return dout * (x >= 0)
