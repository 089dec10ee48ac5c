"""One feature at a time, with plain sums."""

import numpy as np


def batchnorm(x, gamma, beta, running_mean, running_var, training, momentum=0.1, eps=1e-5):
    out, new_mean, new_var = np.empty_like(x), np.array(running_mean), np.array(running_var)
    n = x.shape[0]
    if training and n == 1:
        raise ValueError("one example has no variance")
    for d in range(x.shape[1]):
        mean, var = running_mean[d], running_var[d]
        if training:
            mean = sum(x[:, d]) / n
            squares = sum((value - mean) ** 2 for value in x[:, d])
            var = squares / n
            new_mean[d] = (1 - momentum) * running_mean[d] + momentum * mean
            new_var[d] = (1 - momentum) * running_var[d] + momentum * squares / (n - 1)
        out[:, d] = gamma[d] * (x[:, d] - mean) / (var + eps) ** 0.5 + beta[d]
    return out, new_mean, new_var
