"""One function for both, with the library's Bernoulli sampler and indices of what is dropped."""

import numpy as np


def dropped(x, shape, p, training, rng):
    out = x.copy()
    if training:
        keep = rng.binomial(1, 1 - p, size=shape).astype(bool)
        out[keep] = x[keep] / (1 - p)
        out[~keep] = 0
    return out


def dropout2d(x, p, training, rng):
    return dropped(x, x.shape[:2], p, training, rng)


def drop_path(x, p, training, rng):
    return dropped(x, len(x), p, training, rng)
