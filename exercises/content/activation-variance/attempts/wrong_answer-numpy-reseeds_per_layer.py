"""You start the random numbers again in every layer: equal layers then have equal weights; draw on from the one generator."""

import copy

import numpy as np


def activation_stds(sizes, x, scale, activation, rng):
    stds = []
    h = x
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        again = copy.deepcopy(rng)
        h = activation(h @ (scale(fan_in) * again.normal(size=(fan_in, fan_out))))
        stds.append(h.std())
    return np.array(stds)
