"""You divide what is kept by `p`: it survives with probability 1 - p, so only x / (1 - p) keeps the mean."""

import numpy as np


def dropout2d(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random(x.shape[:2] + (1, 1)) >= p
    return x * mask / max(p, 1e-3)


def drop_path(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random(x.shape[:1] + (1,) * (x.ndim - 1)) >= p
    return x * mask / max(p, 1e-3)
