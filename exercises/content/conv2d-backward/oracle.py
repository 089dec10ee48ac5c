"""Autograd through PyTorch's own convolution."""

import torch
import torch.nn.functional as F


def conv2d_backward(dout, x, w, b, stride=1, padding=0):
    x, w, b = (argument.detach().clone().requires_grad_() for argument in (x, w, b))
    return torch.autograd.grad(F.conv2d(x, w, b, stride, padding), (x, w, b), dout)
