"""The folded formula."""

import numpy as np


def batchnorm_backward(dout, x, gamma, eps):
    c = x - x.mean(axis=0)
    s = 1 / np.sqrt((c * c).mean(axis=0) + eps)
    xhat = c * s
    g = dout * gamma
    dx = s * (g - g.mean(axis=0) - xhat * (g * xhat).mean(axis=0))
    return dx, (dout * xhat).sum(axis=0), dout.sum(axis=0)
