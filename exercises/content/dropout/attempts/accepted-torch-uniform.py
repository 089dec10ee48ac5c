"""Uniform numbers compared with p."""

import torch


def dropout(x, p, training, generator):
    if not training or p == 0:
        return x.clone(), torch.ones_like(x, dtype=torch.bool)
    mask = torch.rand(x.shape, generator=generator) >= p
    return x * mask / (1 - p), mask
