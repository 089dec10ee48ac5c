"""You detach the mean and variance of the batch: the output is right, but the gradient must also flow through them, since they depend on x."""

import torch


def batchnorm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    n = x.shape[0]
    if not training:
        return gamma * (x - running_mean) / torch.sqrt(running_var + eps) + beta, running_mean, running_var
    if n == 1:
        raise ValueError("one example has no variance")
    mean, var = x.mean(dim=0).detach(), x.var(dim=0, correction=0).detach()
    new_mean = (1 - momentum) * running_mean + momentum * mean
    new_var = (1 - momentum) * running_var + momentum * var * n / (n - 1)
    return gamma * (x - mean) / torch.sqrt(var + eps) + beta, new_mean, new_var
