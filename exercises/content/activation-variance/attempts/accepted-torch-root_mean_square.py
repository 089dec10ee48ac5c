"""All weights first, then a forward pass; the deviation by its definition."""

import torch


def activation_stds(sizes, x, scale, activation, generator):
    weights = [torch.empty(m, n, dtype=x.dtype).normal_(0, scale(m), generator=generator) for m, n in zip(sizes, sizes[1:])]
    stds = []
    for w in weights:
        x = activation(x @ w)
        stds.append((x - x.mean()).square().mean().sqrt().item())
    return stds
