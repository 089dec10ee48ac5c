"""One function for both, with the library's Bernoulli sampler and a mask that is filled in."""

import torch


def dropped(x, shape, p, training, generator):
    if not training or p == 0:
        return x * 1
    keep = torch.bernoulli(torch.full(shape, 1.0 - p), generator=generator).bool()
    while keep.ndim < x.ndim:
        keep = keep[..., None]
    return torch.where(keep, x / (1 - p), torch.zeros_like(x))


def dropout2d(x, p, training, generator):
    return dropped(x, x.shape[:2], p, training, generator)


def drop_path(x, p, training, generator):
    return dropped(x, x.shape[:1], p, training, generator)
