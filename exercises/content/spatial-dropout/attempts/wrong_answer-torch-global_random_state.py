"""You draw from the library's global random state: use only the generator that is passed in, so that a seed reproduces the result."""

import torch


def dropout2d(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand(x.shape[:2] + (1, 1)) >= p
    return x * mask / (1 - p)


def drop_path(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand(x.shape[:1] + (1,) * (x.ndim - 1)) >= p
    return x * mask / (1 - p)
