import numpy as np


def minibatches(X, y, batch_size, rng, drop_last=False):
    """Yield pairs (xb, yb) that together hold every row of `X` and `y` once, in an order drawn from `rng`."""
    raise NotImplementedError("Write minibatches: one permutation of the rows, cut into pieces.")
