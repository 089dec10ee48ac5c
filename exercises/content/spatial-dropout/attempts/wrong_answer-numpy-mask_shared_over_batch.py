"""All samples of the batch lose the same channels: each sample needs its own independent draw, so draw (N, C) numbers."""

import numpy as np


def dropout2d(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random((1, x.shape[1], 1, 1)) >= p
    return x * mask / (1 - p)


def drop_path(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random(x.shape[:1] + (1,) * (x.ndim - 1)) >= p
    return x * mask / (1 - p)
