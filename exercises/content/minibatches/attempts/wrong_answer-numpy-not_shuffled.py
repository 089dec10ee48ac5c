"""You go through the rows in their original order: draw a permutation from the generator."""

import numpy as np


def minibatches(X, y, batch_size, rng, drop_last=False):
    stop = len(X) - len(X) % batch_size if drop_last else len(X)
    for start in range(0, stop, batch_size):
        yield X[start : start + batch_size], y[start : start + batch_size]
