"""The first step, then the same function on the rest of the sequence."""

import numpy as np


def rnn_forward(x, h0, wx, wh, b):
    both = np.concatenate([x[:, 0], h0], axis=1)
    h = np.tanh(both @ np.concatenate([wx, wh]) + b)[:, None]
    if x.shape[1] == 1:
        return h
    return np.concatenate([h, rnn_forward(x[:, 1:], h[:, 0], wx, wh, b)], axis=1)
