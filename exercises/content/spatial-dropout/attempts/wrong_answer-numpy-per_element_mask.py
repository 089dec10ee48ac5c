"""You draw for every pixel: here a whole channel (or a whole sample) shares one decision."""

import numpy as np


def dropout2d(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p)


def drop_path(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p)
