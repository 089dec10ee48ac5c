"""You use ReLU: both layers end in tanh, which keeps the state between -1 and 1."""

import numpy as np


def rnn_step(x, h, wx, wh, b):
    return np.maximum(x @ wx + h @ wh + b, 0)


def dense(x, w, b):
    return np.maximum(x @ w + b, 0)
