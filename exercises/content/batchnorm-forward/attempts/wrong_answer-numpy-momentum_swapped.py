"""Your momentum is the weight of the old value (the convention of CS231n and Keras): here, as in PyTorch, it is the weight of the new batch."""

import numpy as np


def batchnorm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    n = x.shape[0]
    if not training:
        out = gamma * (x - running_mean) / np.sqrt(running_var + eps) + beta
        return out, running_mean, running_var
    if n == 1:
        raise ValueError("one example has no variance")
    mean, var = x.mean(axis=0), x.var(axis=0)
    new_mean = momentum * running_mean + (1 - momentum) * mean
    new_var = momentum * running_var + (1 - momentum) * var * n / (n - 1)
    return gamma * (x - mean) / np.sqrt(var + eps) + beta, new_mean, new_var
