"""A mask with axes of one, spread by broadcasting."""

import numpy as np


def dropout2d(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random(x.shape[:2] + (1, 1)) >= p
    return x * mask / (1 - p)


def drop_path(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random(x.shape[:1] + (1,) * (x.ndim - 1)) >= p
    return x * mask / (1 - p)
