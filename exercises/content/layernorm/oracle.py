"""PyTorch's own layer normalisation, and autograd through it."""

import torch
import torch.nn.functional as F


def layernorm(x, gamma, beta, eps=1e-5):
    return F.layer_norm(x, gamma.shape, gamma, beta, eps)


def layernorm_backward(dout, x, gamma, eps=1e-5):
    x, gamma, beta = (argument.detach().clone().requires_grad_() for argument in (x, gamma, gamma * 0))
    return torch.autograd.grad(F.layer_norm(x, gamma.shape, gamma, beta, eps), (x, gamma, beta), dout)
