"""Automatic differentiation does the work that the exercise asks for."""

import torch


def sigmoid_layer_loss_grad(x, w, b, y):
    w, b = w.detach().clone().requires_grad_(), b.detach().clone().requires_grad_()
    a = torch.sigmoid(x @ w + b)
    cost = -(y * torch.log(a) + (1 - y) * torch.log(1 - a)).sum() / len(x)
    cost.backward()
    return cost.detach(), w.grad, b.grad
