"""You scale in evaluation too: inverted dropout has already divided by 1 - p in training, so evaluation must return `x` unchanged."""

import torch


def dropout(x, p, training, generator):
    if not training:
        return x * (1 - p), torch.ones(x.shape, dtype=torch.bool)
    mask = torch.rand(x.shape, generator=generator) >= p
    return x * mask / (1 - p), mask
