"""One draw and one decision for each value."""

import numpy as np


def dropout(x, p, training, rng):
    out, mask = np.zeros_like(x), np.zeros(x.shape, dtype=bool)
    draws = rng.random(x.size)
    for draw, index in zip(draws, np.ndindex(x.shape)):
        if not training:
            out[index], mask[index] = x[index], True
        elif draw < 1 - p:
            out[index], mask[index] = x[index] / (1 - p), True
    return out, mask


def dropout_backward(dout, mask, p):
    return dout * mask / (1 - p)
