"""Autograd through PyTorch's own softmax."""

import torch


def softmax_backward(dout, x):
    x = x.detach().clone().requires_grad_()
    return torch.autograd.grad(torch.softmax(x, -1), x, dout)[0]
