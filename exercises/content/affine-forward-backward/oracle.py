"""PyTorch's own affine layer, and autograd through it."""

import torch
import torch.nn.functional as F


def affine(x, w, b):
    return F.linear(x.flatten(1), w.T, b)


def affine_backward(dout, x, w, b):
    x, w, b = (argument.detach().clone().requires_grad_() for argument in (x, w, b))
    return torch.autograd.grad(affine(x, w, b), (x, w, b), dout)
