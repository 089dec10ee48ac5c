"""`torch.nn.functional.max_pool2d` does the work that the exercise asks for."""

import torch
import torch.nn.functional as F


def maxpool(x, k, stride, padding=0):
    return F.max_pool2d(x, k, stride, padding)


def maxpool_backward(dout, x, k, stride, padding=0):
    x = x.detach().clone().requires_grad_()
    maxpool(x, k, stride, padding).backward(dout)
    return x.grad
