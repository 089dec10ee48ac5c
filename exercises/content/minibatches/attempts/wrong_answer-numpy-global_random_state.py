"""You draw from the global random state: then the order depends on everything that ran before; use the generator that is passed in."""

import numpy as np


def minibatches(X, y, batch_size, rng, drop_last=False):
    order = np.random.permutation(len(X))
    stop = len(X) - len(X) % batch_size if drop_last else len(X)
    for start in range(0, stop, batch_size):
        chosen = order[start : start + batch_size]
        yield X[chosen], y[chosen]
