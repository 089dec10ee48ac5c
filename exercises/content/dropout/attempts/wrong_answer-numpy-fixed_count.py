"""You drop exactly the same number of values in every call: dropout decides each value independently, so the count itself is random (binomial)."""

import numpy as np


def dropout(x, p, training, rng):
    if not training:
        return x.copy(), np.ones(x.shape, dtype=bool)
    mask = rng.permutation(x.size).reshape(x.shape) >= round(p * x.size)
    return x * mask / (1 - p), mask


def dropout_backward(dout, mask, p):
    return dout * mask / (1 - p)
