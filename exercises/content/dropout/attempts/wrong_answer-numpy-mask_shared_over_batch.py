"""All rows of the batch share one mask: each value needs its own independent draw, so draw in the full shape of `x`."""

import numpy as np


def dropout(x, p, training, rng):
    if not training:
        return x.copy(), np.ones(x.shape, dtype=bool)
    mask = np.broadcast_to(rng.random(x.shape[1:]) >= p, x.shape).copy()
    return x * mask / (1 - p), mask


def dropout_backward(dout, mask, p):
    return dout * mask / (1 - p)
