"""You scale in evaluation too: inverted dropout has already divided by 1 - p in training, so evaluation must return `x` unchanged."""

import numpy as np


def dropout(x, p, training, rng):
    if not training:
        return x * (1 - p), np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape) >= p
    return x * mask / (1 - p), mask


def dropout_backward(dout, mask, p):
    return dout * mask / (1 - p)
