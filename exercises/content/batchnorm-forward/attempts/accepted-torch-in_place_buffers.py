"""Updates the two buffers in place, as the layer of a library does, and folds scale and shift together."""

import torch


def batchnorm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    mean, var = running_mean.clone(), running_var.clone()
    if training:
        count = len(x)
        if count < 2:
            raise ValueError("training needs at least two examples")
        mean = torch.einsum("nd->d", x) / count
        centred = x - mean
        var = torch.einsum("nd,nd->d", centred, centred) / count
        with torch.no_grad():
            running_mean += momentum * (mean - running_mean)
            running_var += momentum * (var * count / (count - 1) - running_var)
    return (x - mean) * (gamma * torch.rsqrt(var + eps)) + beta, running_mean, running_var
