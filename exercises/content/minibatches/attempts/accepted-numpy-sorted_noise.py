"""Sorts random keys and returns a list."""

import numpy as np


def minibatches(X, y, batch_size, rng, drop_last=False):
    order = np.argsort(rng.random(len(X)))
    batches = [order[start : start + batch_size] for start in range(0, len(order), batch_size)]
    if drop_last and len(batches[-1]) < batch_size:
        batches.pop()
    return [(X[batch], y[batch]) for batch in batches]
