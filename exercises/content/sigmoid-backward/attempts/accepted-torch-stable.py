"""Forms that keep their digits far from zero."""

import torch


def sigmoid_backward(dout, x):
    decay = torch.exp(-torch.abs(x))
    return dout * decay / torch.square(1 + decay)


def tanh_backward(dout, x):
    return 4 * sigmoid_backward(dout, 2 * x)


def relu_backward(dout, x):
    return torch.where(x > 0, dout, torch.zeros_like(dout))
