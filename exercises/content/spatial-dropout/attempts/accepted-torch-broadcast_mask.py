"""A mask with axes of one, spread by broadcasting."""

import torch


def dropout2d(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand(x.shape[:2] + (1, 1), generator=generator) >= p
    return x * mask / (1 - p)


def drop_path(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand(x.shape[:1] + (1,) * (x.ndim - 1), generator=generator) >= p
    return x * mask / (1 - p)
