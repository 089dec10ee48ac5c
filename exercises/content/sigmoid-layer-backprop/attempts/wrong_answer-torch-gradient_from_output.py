"""You build `dw` from the layer's output and sum `db` over the units: the weight's gradient needs the layer's input, `x.T @ dz`, and each unit has its own bias gradient."""

import torch


def sigmoid_layer_loss_grad(x, w, b, y):
    n = x.shape[0]
    a = 1 / (1 + torch.exp(-(x @ w + b)))
    cost = -torch.sum(y * torch.log(a) + (1 - y) * torch.log(1 - a)) / n
    delta = (a - y) / n
    dw = a.T @ delta
    db = torch.sum(delta)
    return cost, dw, db
