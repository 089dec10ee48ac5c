"""`torch.nn.functional.layer_norm` does the work that the exercise asks for."""

import torch
import torch.nn.functional as F


def layernorm(x, gamma, beta, eps=1e-5):
    return F.layer_norm(x, gamma.shape, gamma, beta, eps)


def layernorm_backward(dout, x, gamma, eps=1e-5):
    x, gamma = x.detach().clone().requires_grad_(), gamma.detach().clone().requires_grad_()
    beta = torch.zeros_like(gamma, requires_grad=True)
    return torch.autograd.grad(layernorm(x, gamma, beta, eps), (x, gamma, beta), dout)
