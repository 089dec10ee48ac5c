"""You start the random numbers again in every layer: equal layers then have equal weights; draw on from the one generator."""

import torch


def activation_stds(sizes, x, scale, activation, generator):
    start = generator.get_state()
    stds = []
    h = x
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        generator.set_state(start)
        h = activation(h @ (scale(fan_in) * torch.randn(fan_in, fan_out, generator=generator, dtype=x.dtype)))
        stds.append(h.std(correction=0))
    return torch.stack(stds)
