"""Moves the channels to the end and normalises rows of pixels."""

import numpy as np


def batchnorm2d(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    n, c, h, w = x.shape
    rows = x.transpose(0, 2, 3, 1).reshape(-1, c)
    mean, var = np.array(running_mean), np.array(running_var)
    if training:
        if len(rows) == 1:
            raise ValueError("one value has no variance")
        mean, var = rows.mean(axis=0), rows.var(axis=0)
        running_mean = running_mean * (1 - momentum) + momentum * mean
        running_var = running_var * (1 - momentum) + momentum * np.var(rows, axis=0, ddof=1)
    rows = (rows - mean) / np.sqrt(var + eps) * gamma + beta
    return rows.reshape(n, h, w, c).transpose(0, 3, 1, 2), running_mean, running_var
