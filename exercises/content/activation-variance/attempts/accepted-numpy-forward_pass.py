"""A forward pass that notes a number a layer."""

import numpy as np


def activation_stds(sizes, x, scale, activation, rng):
    stds = []
    h = x
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        h = activation(h @ (scale(fan_in) * rng.normal(size=(fan_in, fan_out))))
        stds.append(h.std())
    return np.array(stds)
