"""You add eps to the standard deviation: it is added to the variance, under the root."""

import numpy as np


def batchnorm_backward(dout, x, gamma, eps):
    N = x.shape[0]
    mu = x.mean(0)
    xc = x - mu
    var = (xc**2).mean(0)
    std = np.sqrt(var) + eps
    xhat = xc / std

    dbeta = dout.sum(0)
    dgamma = (dout * xhat).sum(0)
    dxhat = dout * gamma
    dvar = (dxhat * xc).sum(0) * -0.5 * std**-3
    dmu = -dxhat.sum(0) / std + dvar * (-2 * xc).mean(0)
    dx = dxhat / std + dvar * 2 * xc / N + dmu / N
    return dx, dgamma, dbeta
