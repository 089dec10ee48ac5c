"""All weights first, then a forward pass; the deviation by its definition."""

import numpy as np


def activation_stds(sizes, x, scale, activation, rng):
    weights = [rng.normal(0, scale(m), (m, n)) for m, n in zip(sizes, sizes[1:])]
    stds = []
    for w in weights:
        x = activation(x @ w)
        stds.append(float(np.sqrt(np.mean(np.square(x - np.mean(x))))))
    return stds
