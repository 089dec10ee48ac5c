"""All samples of the batch lose the same channels: each sample needs its own independent draw, so draw (N, C) numbers."""

import torch


def dropout2d(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand((1, x.shape[1], 1, 1), generator=generator) >= p
    return x * mask / (1 - p)


def drop_path(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand(x.shape[:1] + (1,) * (x.ndim - 1), generator=generator) >= p
    return x * mask / (1 - p)
