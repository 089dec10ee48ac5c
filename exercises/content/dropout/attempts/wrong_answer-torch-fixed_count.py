"""You drop exactly the same number of values in every call: dropout decides each value independently, so the count itself is random (binomial)."""

import torch


def dropout(x, p, training, generator):
    if not training:
        return x.clone(), torch.ones(x.shape, dtype=torch.bool)
    mask = torch.randperm(x.numel(), generator=generator).reshape(x.shape) >= round(p * x.numel())
    return x * mask / (1 - p), mask
