"""The chain rule for one example and one output at a time, without cancelling a factor."""

import torch


def sigmoid_layer_loss_grad(x, w, b, y):
    n = x.shape[0]
    cost, dw, db = x.new_zeros(()), torch.zeros_like(w), torch.zeros_like(b)
    for row, target in zip(x, y):
        a = torch.sigmoid(row @ w + b)
        cost = cost - (target * torch.log(a) + (1 - target) * torch.log(1 - a)).sum()
        da = -target / a + (1 - target) / (1 - a)
        dz = da * a * (1 - a)
        dw = dw + torch.outer(row, dz)
        db = db + dz
    return cost / n, dw / n, db / n
