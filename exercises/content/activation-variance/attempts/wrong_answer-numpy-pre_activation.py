"""You measure before the activation: the next layer sees what comes after it."""

import numpy as np


def activation_stds(sizes, x, scale, activation, rng):
    stds = []
    h = x
    for fan_in, fan_out in zip(sizes, sizes[1:]):
        z = h @ (scale(fan_in) * rng.normal(size=(fan_in, fan_out)))
        h = activation(z)
        stds.append(z.std())
    return np.array(stds)
