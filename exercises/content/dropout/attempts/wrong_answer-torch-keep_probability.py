"""You treat `p` as the probability to keep: here, as in PyTorch, `p` is the probability to drop, so a value survives with probability 1 - p."""

import torch


def dropout(x, p, training, generator):
    if not training:
        return x.clone(), torch.ones(x.shape, dtype=torch.bool)
    mask = torch.rand(x.shape, generator=generator) < p
    return x * mask / (1 - p), mask
