"""You take the root of the mean square: the standard deviation measures from the mean, which is not 0 after a ReLU."""

import numpy as np


def activation_stds(sizes, x, scale, activation, rng):
    h = x
    stds = []
    for n_in, n_out in zip(sizes[:-1], sizes[1:]):
        w = rng.normal(0.0, scale(n_in), size=(n_in, n_out))
        h = activation(h @ w)
        stds.append(np.sqrt((h**2).mean()))
    return stds
