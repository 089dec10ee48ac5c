"""You update the running statistics in evaluation: they are frozen there."""

import numpy as np


def batchnorm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    n = x.shape[0]
    if training and n == 1:
        raise ValueError("one example has no variance")
    batch_mean, batch_var = x.mean(axis=0), x.var(axis=0)
    mean, var = (batch_mean, batch_var) if training else (running_mean, running_var)
    out = gamma * (x - mean) / np.sqrt(var + eps) + beta
    new_mean = (1 - momentum) * running_mean + momentum * batch_mean
    new_var = (1 - momentum) * running_var + momentum * batch_var * n / max(1, n - 1)
    return out, new_mean, new_var
