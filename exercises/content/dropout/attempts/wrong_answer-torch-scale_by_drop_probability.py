"""You divide the survivors by `p`: a value survives with probability 1 - p, so only x / (1 - p) keeps the mean."""

import torch


def dropout(x, p, training, generator):
    if not training:
        return x.clone(), torch.ones(x.shape, dtype=torch.bool)
    mask = torch.rand(x.shape, generator=generator) >= p
    return x * mask / p if p > 0 else x, mask
