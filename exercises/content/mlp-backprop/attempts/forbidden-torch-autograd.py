"""Automatic differentiation does the work that the exercise asks for."""

import torch


def mlp_loss_grad(params, X, y, activation):
    leaves = [value.detach().clone().requires_grad_() for pair in params for value in pair]
    h = X
    for i in range(0, len(leaves), 2):
        h = h @ leaves[i] + leaves[i + 1]
        if i + 2 < len(leaves):
            h = getattr(torch, activation)(h)
    loss = torch.nn.functional.cross_entropy(h, y)
    grads = torch.autograd.grad(loss, leaves)
    return loss.detach(), list(zip(grads[::2], grads[1::2]))
