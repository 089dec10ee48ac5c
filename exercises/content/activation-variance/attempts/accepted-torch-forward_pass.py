"""A forward pass that notes a number a layer."""

import torch


def activation_stds(sizes, x, scale, activation, generator):
    stds = []
    h = x
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        h = activation(h @ (scale(fan_in) * torch.randn(fan_in, fan_out, generator=generator, dtype=x.dtype)))
        stds.append(h.std(correction=0))
    return torch.stack(stds)
