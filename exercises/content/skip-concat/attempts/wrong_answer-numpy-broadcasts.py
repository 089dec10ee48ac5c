"""Your sum broadcasts: unequal shapes must raise, or a missing projection goes unnoticed."""

import numpy as np


def skip_sum(x, y):
    return x + y


def skip_concat(x, y, axis=1):
    return np.concatenate([x, y], axis=axis)


def dense_block_channels(c0, growth, layers):
    return c0 + layers * growth
