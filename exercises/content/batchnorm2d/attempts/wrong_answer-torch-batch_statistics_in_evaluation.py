"""You normalise with the batch in evaluation too: there the running statistics are used."""

import torch


def batchnorm2d(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    m = x.shape[0] * x.shape[2] * x.shape[3]
    if training and m == 1:
        raise ValueError("one value has no variance")
    mean, var = x.mean(dim=(0, 2, 3)), x.var(dim=(0, 2, 3), correction=0)
    if training:
        running_mean = (1 - momentum) * running_mean + momentum * mean.detach()
        running_var = (1 - momentum) * running_var + momentum * var.detach() * m / (m - 1)
    scale = (gamma / torch.sqrt(var + eps))[:, None, None]
    return (x - mean[:, None, None]) * scale + beta[:, None, None], running_mean, running_var
