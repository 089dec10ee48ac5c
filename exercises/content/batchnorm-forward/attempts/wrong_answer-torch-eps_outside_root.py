"""You add `eps` to the standard deviation: it belongs to the variance, under the root; with a tiny variance the difference is large."""

import torch


def batchnorm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    n = x.shape[0]
    if not training:
        out = gamma * (x - running_mean) / (torch.sqrt(running_var) + eps) + beta
        return out, running_mean, running_var
    if n == 1:
        raise ValueError("one example has no variance")
    mean, var = x.mean(dim=0), x.var(dim=0, correction=0)
    new_mean = (1 - momentum) * running_mean + momentum * mean.detach()
    new_var = (1 - momentum) * running_var + momentum * var.detach() * n / (n - 1)
    return gamma * (x - mean) / (torch.sqrt(var) + eps) + beta, new_mean, new_var
