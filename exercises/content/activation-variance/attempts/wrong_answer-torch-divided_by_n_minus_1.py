"""Your `std` divides by n - 1, as PyTorch does unless told otherwise: pass `correction=0`."""

import torch


def activation_stds(sizes, x, scale, activation, generator):
    out = []
    for n_in, n_out in zip(sizes, sizes[1:]):
        W = torch.randn(n_in, n_out, generator=generator, dtype=x.dtype) * scale(n_in)
        x = activation(x @ W)
        out.append(x.std())
    return torch.stack(out)
