"""You drop the bias of the state: `bh` is added to `h @ wh` before the reset gate multiplies it."""

import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def gru_step(x, h, wx, wh, bx, bh):
    x_r, x_z, x_n = np.split(x @ wx + bx, 3, axis=1)
    h_r, h_z, h_n = np.split(h @ wh, 3, axis=1)
    r, z = sigmoid(x_r + h_r), sigmoid(x_z + h_z)
    n = np.tanh(x_n + r * h_n)
    return (1 - z) * n + z * h
