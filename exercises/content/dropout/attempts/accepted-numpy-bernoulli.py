"""Draws from the library's Bernoulli sampler, with the scale inside the noise."""

import numpy as np


def dropout(x, p, training, rng):
    keep = 1.0 - p if training else 1.0
    mask = rng.binomial(1, keep, size=x.shape).astype(bool)
    return np.where(mask, x / keep, 0.0).astype(x.dtype), mask


def dropout_backward(dout, mask, p):
    return np.where(mask, dout / (1.0 - p), 0.0).astype(dout.dtype)
