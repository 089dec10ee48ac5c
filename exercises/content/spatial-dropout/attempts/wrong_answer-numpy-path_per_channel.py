"""`drop_path` drops single channels: one decision for each sample, for all that belongs to it."""

import numpy as np


def dropout2d(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random(x.shape[:2] + (1, 1)) >= p
    return x * mask / (1 - p)


def drop_path(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random(x.shape[:2] + (1,) * (x.ndim - 2)) >= p
    return x * mask / (1 - p)
