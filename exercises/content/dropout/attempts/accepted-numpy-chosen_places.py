"""Draws the dropped places and fills them with zeros."""

import numpy as np


def dropout(x, p, training, rng):
    mask = np.ones(x.shape, dtype=bool)
    if training:
        mask[rng.uniform(0, 1, x.shape) < p] = False
    out = x / (1 - p) if training else np.array(x)
    out[~mask] = 0
    return out, mask


def dropout_backward(dout, mask, p):
    return dout * mask / (1 - p)
