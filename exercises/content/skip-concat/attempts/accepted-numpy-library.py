"""A check, and the library's concatenation."""

import numpy as np


def skip_sum(x, y):
    if x.shape != y.shape:
        raise ValueError(f"different shapes: {tuple(x.shape)} and {tuple(y.shape)}")
    return x + y


def skip_concat(x, y, axis=1):
    return np.concatenate([x, y], axis=axis)


def dense_block_channels(c0, growth, layers):
    return c0 + layers * growth
