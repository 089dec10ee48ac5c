"""You draw from the library's global random state: use only the generator that is passed in, so that a seed reproduces the result."""

import numpy as np


def dropout2d(x, p, training, rng):
    if not training:
        return x.copy()
    mask = np.random.random(x.shape[:2] + (1, 1)) >= p
    return x * mask / (1 - p)


def drop_path(x, p, training, rng):
    if not training:
        return x.copy()
    mask = np.random.random(x.shape[:1] + (1,) * (x.ndim - 1)) >= p
    return x * mask / (1 - p)
