"""You draw from the library's global random state: use only the generator that is passed in, so that a seed reproduces the result."""

import torch


def dropout(x, p, training, generator):
    if not training:
        return x.clone(), torch.ones(x.shape, dtype=torch.bool)
    mask = torch.rand(x.shape) >= p
    return x * mask / (1 - p), mask
