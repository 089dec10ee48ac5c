"""You update the running statistics in evaluation: they are frozen there."""

import torch


def batchnorm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    n = x.shape[0]
    if training and n == 1:
        raise ValueError("one example has no variance")
    batch_mean, batch_var = x.mean(dim=0), x.var(dim=0, correction=0)
    mean, var = (batch_mean, batch_var) if training else (running_mean, running_var)
    out = gamma * (x - mean) / torch.sqrt(var + eps) + beta
    new_mean = (1 - momentum) * running_mean + momentum * batch_mean.detach()
    new_var = (1 - momentum) * running_var + momentum * batch_var.detach() * n / max(1, n - 1)
    return out, new_mean, new_var
