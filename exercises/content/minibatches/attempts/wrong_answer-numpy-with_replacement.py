"""You draw rows with replacement: some come twice and about a third never; cut one permutation into pieces."""

import numpy as np


def minibatches(X, y, batch_size, rng, drop_last=False):
    stop = len(X) - len(X) % batch_size if drop_last else len(X)
    for start in range(0, stop, batch_size):
        chosen = rng.integers(len(X), size=min(batch_size, len(X) - start))
        yield X[chosen], y[chosen]
