"""You treat the mean and the variance as constants: they depend on every example, and the gradient flows through both."""

import numpy as np


def batchnorm_backward(dout, x, gamma, eps):
    c = x - x.mean(axis=0)
    s = 1 / np.sqrt((c * c).mean(axis=0) + eps)
    xhat = c * s
    g = dout * gamma
    dx = s * g
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)
