"""You drop in evaluation too: `training=False` must return `x` unchanged."""

import torch


def dropout2d(x, p, training, generator):
    mask = torch.rand(x.shape[:2] + (1, 1), generator=generator) >= p
    return x * mask / (1 - p)


def drop_path(x, p, training, generator):
    mask = torch.rand(x.shape[:1] + (1,) * (x.ndim - 1), generator=generator) >= p
    return x * mask / (1 - p)
