"""One example at a time."""

import numpy as np


def residual_block(x, w1, b1, w2, b2, wproj=None):
    out = np.empty((len(x), len(b2)), dtype=x.dtype)
    for n, row in enumerate(x):
        hidden = np.array([max(0.0, row @ w1[:, k] + b1[k]) for k in range(len(b1))])
        total = hidden @ w2 + b2 + (row if wproj is None else row @ wproj)
        out[n] = np.where(total > 0, total, 0)
    return out
