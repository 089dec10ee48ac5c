"""You sum `db` over the units too: each of the M units has its own bias, so only the examples are added up."""

import numpy as np


def sigmoid_layer_loss_grad(x, w, b, y):
    n = x.shape[0]
    a = 1 / (1 + np.exp(-(x @ w + b)))
    cost = -np.sum(y * np.log(a) + (1 - y) * np.log(1 - a)) / n
    dz = (a - y) / n
    dw = x.T @ dz
    db = dz.sum() * np.ones_like(b)
    return cost, dw, db
