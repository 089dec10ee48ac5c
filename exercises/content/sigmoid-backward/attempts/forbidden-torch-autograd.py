"""Automatic differentiation does the work that the exercise asks for."""

import torch


def back(function, dout, x):
    x = x.detach().clone().requires_grad_()
    function(x).backward(dout)
    return x.grad


def sigmoid_backward(dout, x):
    return back(torch.sigmoid, dout, x)


def tanh_backward(dout, x):
    return back(torch.tanh, dout, x)


def relu_backward(dout, x):
    return back(torch.relu, dout, x)
