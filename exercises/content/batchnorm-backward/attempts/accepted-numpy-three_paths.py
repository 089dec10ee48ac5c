"""The three paths of the chain rule, one after the other."""

import numpy as np


def batchnorm_backward(dout, x, gamma, eps):
    n = x.shape[0]
    mean = np.sum(x, axis=0) / n
    centred = x - mean
    var = np.sum(centred**2, axis=0) / n
    std = np.sqrt(var + eps)
    dxhat = dout * gamma
    dvar = np.sum(dxhat * centred, axis=0) * -0.5 / std**3
    dmean = -np.sum(dxhat, axis=0) / std + dvar * np.sum(-2 * centred, axis=0) / n
    dx = dxhat / std + dvar * 2 * centred / n + dmean / n
    return dx, np.sum(dout * centred / std, axis=0), np.sum(dout, axis=0)
