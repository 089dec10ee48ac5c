"""Autograd through PyTorch's own batch normalisation."""

import torch
import torch.nn.functional as F


def batchnorm_backward(dout, x, gamma, eps=1e-5):
    x, gamma, beta = (argument.detach().clone().requires_grad_() for argument in (x, gamma, gamma * 0))
    out = F.batch_norm(x, None, None, gamma, beta, training=True, eps=eps)
    return torch.autograd.grad(out, (x, gamma, beta), dout)
