import torch


def minibatches(X, y, batch_size, generator, drop_last=False):
    """Yield pairs (xb, yb) that together hold every row of `X` and `y` once, in an order drawn from `generator`."""
    raise NotImplementedError("Write minibatches: one permutation of the rows, cut into pieces.")
