"""Automatic differentiation does the work that the exercise asks for."""

import torch


def gradient_norms(weights, x, dout, activation):
    leaves = [w.detach().clone().requires_grad_() for w in weights]
    h = x
    for w in leaves:
        h = getattr(torch, activation)(h @ w)
    return [grad.norm() for grad in torch.autograd.grad(h, leaves, dout)]
