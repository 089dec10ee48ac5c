"""You use 1 - f for the input gate: an LSTM has an input gate of its own."""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


def lstm_step(x, h, c, wx, wh, b):
    a = x @ wx + h @ wh + b
    i, f, g, o = np.split(a, 4, axis=1)
    i, f, g, o = sigmoid(i), sigmoid(f), np.tanh(g), sigmoid(o)
    c = f * c + (1 - f) * g
    h = o * np.tanh(c)
    return h, c
