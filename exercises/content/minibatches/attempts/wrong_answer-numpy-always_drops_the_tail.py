"""You drop the short last batch even when drop_last is False: the rows left over form a batch of their own."""

import numpy as np


def minibatches(X, y, batch_size, rng, drop_last=False):
    order = rng.permutation(len(X))
    for i in range(len(X) // batch_size):
        chosen = order[i * batch_size : (i + 1) * batch_size]
        yield X[chosen], y[chosen]
