"""You send the candidate n through the sigmoid: only r and z are gates, n goes through tanh."""

import numpy as np


def gru_step(x, h, wx, wh, bx, bh):
    H = h.shape[1]
    a = x @ wx + bx
    u = h @ wh + bh
    sig = lambda t: 1 / (1 + np.exp(-t))
    r = sig(a[:, :H] + u[:, :H])
    z = sig(a[:, H:2 * H] + u[:, H:2 * H])
    n = sig(a[:, 2 * H:] + r * u[:, 2 * H:])
    return n + z * (h - n)
