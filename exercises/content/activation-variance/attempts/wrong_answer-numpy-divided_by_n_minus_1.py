"""Your `std` divides by n - 1: the plain standard deviation is the root of the *mean* square deviation (`ddof=0`)."""

import numpy as np


def activation_stds(sizes, x, scale, activation, rng):
    h = x
    stds = []
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        w = rng.normal(0.0, scale(n_in), size=(n_in, n_out))
        h = activation(h @ w)
        stds.append(h.std(ddof=1))
    return stds
