"""You treat `p` as the probability to keep: here, as in PyTorch, `p` is the probability to drop, so a value survives with probability 1 - p."""

import numpy as np


def dropout(x, p, training, rng):
    if not training:
        return x.copy(), np.ones(x.shape, dtype=bool)
    mask = rng.random(x.shape) < p
    return x * mask / (1 - p), mask


def dropout_backward(dout, mask, p):
    return dout * mask / (1 - p)
