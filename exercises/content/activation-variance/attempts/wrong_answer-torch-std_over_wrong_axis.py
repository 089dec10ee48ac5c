"""You take the standard deviation of each unit over the batch, and average: the units' different means are left out; take it over all entries at once."""

import torch


def activation_stds(sizes, x, scale, activation, generator):
    stds = []
    h = x
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        h = activation(h @ (scale(fan_in) * torch.randn(fan_in, fan_out, generator=generator, dtype=x.dtype)))
        stds.append(h.std(dim=0, correction=0).mean())
    return torch.stack(stds)
