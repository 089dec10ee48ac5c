"""The gradients added up one term of the chain rule at a time."""

import numpy as np


def affine_backward(dout, x, w, b):
    rows = x.reshape(x.shape[0], -1)
    dx, dw, db = np.zeros_like(rows), np.zeros_like(w), np.zeros_like(b)
    for n in range(dout.shape[0]):
        for m in range(dout.shape[1]):
            dx[n] += dout[n, m] * w[:, m]
            dw[:, m] += dout[n, m] * rows[n]
            db[m] += dout[n, m]
    return dx.reshape(x.shape), dw, db
