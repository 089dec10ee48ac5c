"""You scale in evaluation too: training has already divided by 1 - p, so evaluation must return `x` unchanged."""

import torch


def dropout2d(x, p, training, generator):
    if not training:
        return x * (1 - p)
    mask = torch.rand(x.shape[:2] + (1, 1), generator=generator) >= p
    return x * mask / (1 - p)


def drop_path(x, p, training, generator):
    if not training:
        return x * (1 - p)
    mask = torch.rand(x.shape[:1] + (1,) * (x.ndim - 1), generator=generator) >= p
    return x * mask / (1 - p)
