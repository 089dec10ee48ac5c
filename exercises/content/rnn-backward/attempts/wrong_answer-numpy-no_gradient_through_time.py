"""You drop the gradient that comes from the next step: add it to `dh` of the present step before tanh."""

import numpy as np


def rnn_backward(dh, x, h0, wx, wh, b):
    h = [h0]
    for t in range(x.shape[1]):
        h.append(np.tanh(x[:, t] @ wx + h[t] @ wh + b))
    dx, dwx, dwh, db, later = [], 0 * wx, 0 * wh, 0 * b, 0 * h0
    for t in range(x.shape[1] - 1, -1, -1):
        dz = (dh[:, t]) * (1 - h[t + 1] ** 2)
        dx.append(dz @ wx.T)
        dwx = dwx + x[:, t].T @ dz
        dwh = dwh + h[t].T @ dz
        db = db + dz.sum(axis=0)
        later = dz @ wh.T
    return np.stack(dx[::-1], axis=1), later, dwx, dwh, db
