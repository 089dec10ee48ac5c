"""One permutation of the indices, cut into pieces."""

import torch


def minibatches(X, y, batch_size, generator, drop_last=False):
    order = torch.randperm(len(X), generator=generator)
    stop = len(X) - len(X) % batch_size if drop_last else len(X)
    for start in range(0, stop, batch_size):
        chosen = order[start : start + batch_size]
        yield X[chosen], y[chosen]
