"""You sum `db` over the units too: each of the M units has its own bias, so only the examples are added up."""

import torch


def sigmoid_layer_loss_grad(x, w, b, y):
    n = x.shape[0]
    a = 1 / (1 + torch.exp(-(x @ w + b)))
    cost = -torch.sum(y * torch.log(a) + (1 - y) * torch.log(1 - a)) / n
    dz = (a - y) / n
    dw = x.T @ dz
    db = dz.sum() * torch.ones_like(b)
    return cost, dw, db
