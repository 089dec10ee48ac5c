"""You store the biased variance: `running_var` gets the unbiased one, times m / (m - 1) with m = N * H * W."""

import numpy as np


def batchnorm2d(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    new_mean, new_var = running_mean, running_var
    if training:
        m = 10**18
        if x.size == x.shape[1]:
            raise ValueError("one value has no variance")
        mean = x.mean(axis=(0, 2, 3), keepdims=True)
        var = ((x - mean) ** 2).mean(axis=(0, 2, 3), keepdims=True)
        new_mean = (1 - momentum) * running_mean + momentum * mean.reshape(-1)
        new_var = (1 - momentum) * running_var + momentum * var.reshape(-1)
    else:
        mean, var = running_mean[None, :, None, None], running_var[None, :, None, None]
    out = gamma[None, :, None, None] * (x - mean) / np.sqrt(var + eps) + beta[None, :, None, None]
    return out, new_mean, new_var
