"""You normalise with the unbiased variance (divided by N - 1): batch norm normalises with the variance divided by N; only the running variance is unbiased."""

import torch


def batchnorm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    n = x.shape[0]
    if not training:
        out = gamma * (x - running_mean) / torch.sqrt(running_var + eps) + beta
        return out, running_mean, running_var
    if n == 1:
        raise ValueError("one example has no variance")
    mean, var = x.mean(dim=0), x.var(dim=0, correction=0) * n / (n - 1)
    new_mean = (1 - momentum) * running_mean + momentum * mean.detach()
    new_var = (1 - momentum) * running_var + momentum * var.detach()
    return gamma * (x - mean) / torch.sqrt(var + eps) + beta, new_mean, new_var
