"""Autograd through PyTorch's own functions."""

import torch


def slope(function, dout, x):
    x = x.detach().clone().requires_grad_()
    return torch.autograd.grad(function(x), x, dout)[0]


def sigmoid_backward(dout, x):
    return slope(torch.sigmoid, dout, x)


def tanh_backward(dout, x):
    return slope(torch.tanh, dout, x)


def relu_backward(dout, x):
    return slope(torch.relu, dout, x)
