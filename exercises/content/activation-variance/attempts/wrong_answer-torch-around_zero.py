"""You take the root of the mean square: the standard deviation measures from the mean, which is not 0 after a ReLU."""

import torch


def activation_stds(sizes, x, scale, activation, generator):
    out = []
    for n_in, n_out in zip(sizes, sizes[1:]):
        W = torch.randn(n_in, n_out, generator=generator, dtype=x.dtype) * scale(n_in)
        x = activation(x @ W)
        out.append(x.square().mean().sqrt())
    return torch.stack(out)
