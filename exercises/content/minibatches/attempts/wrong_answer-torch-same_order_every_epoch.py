"""You seed a generator of your own, so every epoch has the same order: draw from the one that is passed in."""

import torch


def minibatches(X, y, batch_size, generator, drop_last=False):
    order = torch.randperm(len(X), generator=torch.Generator().manual_seed(0))
    stop = len(X) - len(X) % batch_size if drop_last else len(X)
    for start in range(0, stop, batch_size):
        chosen = order[start : start + batch_size]
        yield X[chosen], y[chosen]
