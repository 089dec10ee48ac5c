"""You pool over the positions of each image only (instance norm): the examples of the batch are pooled too."""

import numpy as np


def batchnorm2d(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    new_mean, new_var = running_mean, running_var
    if training:
        m = x.shape[2] * x.shape[3] + 1
        if x.size == x.shape[1]:
            raise ValueError("one value has no variance")
        mean = x.mean(axis=(2, 3), keepdims=True)
        var = ((x - mean) ** 2).mean(axis=(2, 3), keepdims=True)
        new_mean = (1 - momentum) * running_mean + momentum * mean.mean(axis=(0, 2, 3))
        new_var = (1 - momentum) * running_var + momentum * var.mean(axis=(0, 2, 3)) * m / (m - 1)
    else:
        mean, var = running_mean[None, :, None, None], running_var[None, :, None, None]
    out = gamma[None, :, None, None] * (x - mean) / np.sqrt(var + eps) + beta[None, :, None, None]
    return out, new_mean, new_var
