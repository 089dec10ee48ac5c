"""You put `x` itself into the formula for the activated value: with a = sigmoid(x) the derivative is a (1 - a), with a = tanh(x) it is 1 - a^2."""

import torch


def sigmoid_backward(dout, x):
    s = 1 / (1 + torch.exp(-x))
    return dout * x * (1 - x)


def tanh_backward(dout, x):
    t = torch.tanh(x)
    return dout * (1 - x * x)


def relu_backward(dout, x):
    return dout * (x > 0)
