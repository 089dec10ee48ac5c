"""The chain rule for one example and one output at a time, without cancelling a factor."""

import math

import numpy as np


def sigmoid_layer_loss_grad(x, w, b, y):
    n, d = x.shape
    cost, dw, db = 0.0, np.zeros_like(w), np.zeros_like(b)
    for i in range(n):
        for j in range(w.shape[1]):
            z = sum(x[i, k] * w[k, j] for k in range(d)) + b[j]
            a = 1 / (1 + math.exp(-z))
            cost -= y[i, j] * math.log(a) + (1 - y[i, j]) * math.log(1 - a)
            da = -y[i, j] / a + (1 - y[i, j]) / (1 - a)
            dz = da * a * (1 - a)
            for k in range(d):
                dw[k, j] += x[i, k] * dz
            db[j] += dz
    return cost / n, dw / n, db / n
