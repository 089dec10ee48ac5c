"""You divide the survivors by `p`: a value survives with probability 1 - p, so only x / (1 - p) keeps the mean."""

import numpy as np


def dropout(x, p, training, rng):
    if not training:
        return x.copy(), np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape) >= p
    return x * mask / p if p > 0 else x, mask


def dropout_backward(dout, mask, p):
    return dout * mask / p
