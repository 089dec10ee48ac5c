"""You draw for every pixel: here a whole channel (or a whole sample) shares one decision."""

import torch


def dropout2d(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand(x.shape, generator=generator) >= p
    return x * mask / (1 - p)


def drop_path(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand(x.shape, generator=generator) >= p
    return x * mask / (1 - p)
