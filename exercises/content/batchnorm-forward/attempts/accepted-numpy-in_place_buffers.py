"""Updates the two buffers in place, as the layer of a library does, and folds scale and shift together."""

import numpy as np


def batchnorm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    mean, var = running_mean.copy(), running_var.copy()
    if training:
        count = len(x)
        if count < 2:
            raise ValueError("training needs at least two examples")
        mean = np.add.reduce(x, axis=0) / count
        centred = x - mean
        var = np.einsum("nd,nd->d", centred, centred) / count
        running_mean += momentum * (mean - running_mean)
        running_var += momentum * (var * count / (count - 1) - running_var)
    return (x - mean) * (gamma / np.sqrt(var + eps)) + beta, running_mean, running_var
