"""One permutation of the indices, cut into pieces."""

import numpy as np


def minibatches(X, y, batch_size, rng, drop_last=False):
    order = rng.permutation(len(X))
    stop = len(X) - len(X) % batch_size if drop_last else len(X)
    for start in range(0, stop, batch_size):
        chosen = order[start : start + batch_size]
        yield X[chosen], y[chosen]
