"""You seed a generator of your own, so every epoch has the same order: draw from the one that is passed in."""

import numpy as np


def minibatches(X, y, batch_size, rng, drop_last=False):
    order = np.random.default_rng(0).permutation(len(X))
    stop = len(X) - len(X) % batch_size if drop_last else len(X)
    for start in range(0, stop, batch_size):
        chosen = order[start : start + batch_size]
        yield X[chosen], y[chosen]
