"""You forget the 1/N: the cost is the mean over the examples, so its gradients are divided by N as well."""

import torch


def sigmoid_layer_loss_grad(x, w, b, y):
    n = x.shape[0]
    a = 1 / (1 + torch.exp(-(x @ w + b)))
    cost = -torch.sum(y * torch.log(a) + (1 - y) * torch.log(1 - a)) / n
    dz = a - y
    dw = x.T @ dz
    db = dz.sum(dim=0)
    return cost, dw, db
