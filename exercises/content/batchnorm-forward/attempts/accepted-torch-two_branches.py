"""Training and evaluation as two branches that share the last line."""

import torch


def batchnorm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    n = x.shape[0]
    if training:
        if n == 1:
            raise ValueError("one example has no variance")
        mean, var = x.mean(dim=0), x.var(dim=0, correction=0)
        new_mean = (1 - momentum) * running_mean + momentum * mean.detach()
        new_var = (1 - momentum) * running_var + momentum * var.detach() * n / (n - 1)
    else:
        mean, var, new_mean, new_var = running_mean, running_var, running_mean, running_var
    out = gamma * (x - mean) / torch.sqrt(var + eps) + beta
    return out, new_mean, new_var
