"""The formulas as they stand: cost from the activations, then dz, dw, db."""

import torch


def sigmoid_layer_loss_grad(x, w, b, y):
    n = x.shape[0]
    a = 1 / (1 + torch.exp(-(x @ w + b)))
    cost = -torch.sum(y * torch.log(a) + (1 - y) * torch.log(1 - a)) / n
    dz = (a - y) / n
    dw = x.T @ dz
    db = dz.sum(dim=0)
    return cost, dw, db
