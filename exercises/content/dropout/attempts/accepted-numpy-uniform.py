"""Uniform numbers compared with p."""

import numpy as np


def dropout(x, p, training, rng):
    if not training or p == 0:
        return x.copy(), np.ones_like(x, dtype=bool)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(dout, mask, p):
    return dout * mask / (1 - p)
