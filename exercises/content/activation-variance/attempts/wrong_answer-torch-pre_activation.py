"""You measure before the activation: the next layer sees what comes after it."""

import torch


def activation_stds(sizes, x, scale, activation, generator):
    stds = []
    h = x
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        z = h @ (scale(fan_in) * torch.randn(fan_in, fan_out, generator=generator, dtype=x.dtype))
        h = activation(z)
        stds.append(z.std(correction=0))
    return torch.stack(stds)
