"""Writes both parts into a new array, and counts channels layer by layer."""

import torch


def skip_sum(x, y):
    assert x.shape == y.shape, "shapes differ"
    return torch.stack([x, y]).sum(dim=0)


def skip_concat(x, y, axis=1):
    parts = list(x.unbind(axis)) + list(y.unbind(axis))
    return torch.stack(parts, dim=axis)


def dense_block_channels(c0, growth, layers):
    channels = c0
    for _ in range(layers):
        channels += growth
    return channels
