"""Writes both parts into a new array, and counts channels layer by layer."""

import numpy as np


def skip_sum(x, y):
    assert np.shape(x) == np.shape(y), "shapes differ"
    return np.add(x, y)


def skip_concat(x, y, axis=1):
    shape = list(x.shape)
    shape[axis] += y.shape[axis]
    out = np.empty(shape, dtype=x.dtype)
    moved = np.moveaxis(out, axis, 0)
    moved[: x.shape[axis]] = np.moveaxis(x, axis, 0)
    moved[x.shape[axis] :] = np.moveaxis(y, axis, 0)
    return out


def dense_block_channels(c0, growth, layers):
    channels = c0
    for _ in range(layers):
        channels += growth
    return channels
