"""You shuffle X and y with two permutations: the labels no longer belong to their rows; use the same one for both."""

import torch


def minibatches(X, y, batch_size, generator, drop_last=False):
    X = X[torch.randperm(len(X), generator=generator)]
    y = y[torch.randperm(len(y), generator=generator)]
    stop = len(X) - len(X) % batch_size if drop_last else len(X)
    for start in range(0, stop, batch_size):
        yield X[start : start + batch_size], y[start : start + batch_size]
