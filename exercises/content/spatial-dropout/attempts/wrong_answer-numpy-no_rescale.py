"""You do not rescale what is kept: without the division by 1 - p the outputs are smaller in training than in evaluation, by that factor on average."""

import numpy as np


def dropout2d(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random(x.shape[:2] + (1, 1)) >= p
    return x * mask


def drop_path(x, p, training, rng):
    if not training:
        return x.copy()
    mask = rng.random(x.shape[:1] + (1,) * (x.ndim - 1)) >= p
    return x * mask
