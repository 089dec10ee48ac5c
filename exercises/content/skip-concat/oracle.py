"""PyTorch's own sum and concatenation."""

import torch


def skip_sum(x, y):
    if x.shape != y.shape:
        raise ValueError("unequal shapes")
    return torch.add(x, y)


def skip_concat(x, y, axis=1):
    return torch.cat([x, y], axis)


def dense_block_channels(c0, growth, layers):
    maps = torch.zeros(1, c0)
    for _ in range(layers):
        maps = torch.cat([maps, torch.zeros(1, growth)], dim=1)
    return maps.shape[1]
