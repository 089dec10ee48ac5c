"""You shuffle X and y with two permutations: the labels no longer belong to their rows; use the same one for both."""

import numpy as np


def minibatches(X, y, batch_size, rng, drop_last=False):
    X, y = rng.permutation(X), rng.permutation(y)
    stop = len(X) - len(X) % batch_size if drop_last else len(X)
    for start in range(0, stop, batch_size):
        yield X[start : start + batch_size], y[start : start + batch_size]
