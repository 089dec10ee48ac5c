"""You take the standard deviation of each unit over the batch, and average: the units' different means are left out; take it over all entries at once."""

import numpy as np


def activation_stds(sizes, x, scale, activation, rng):
    stds = []
    h = x
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        h = activation(h @ (scale(fan_in) * rng.normal(size=(fan_in, fan_out))))
        stds.append(h.std(axis=0).mean())
    return np.array(stds)
