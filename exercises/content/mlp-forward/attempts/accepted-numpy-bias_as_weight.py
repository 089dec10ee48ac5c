"""Every layer gets an input that is always 1, whose weights are the bias."""

import numpy as np


def mlp_forward(x, params, activation="relu"):
    ones = np.ones((x.shape[0], 1), dtype=x.dtype)
    for index, (w, b) in enumerate(params):
        x = np.concatenate([x, ones], axis=1) @ np.concatenate([w, b[None, :]], axis=0)
        if index < len(params) - 1:
            if activation == "relu":
                x = np.where(x > 0, x, 0)
            elif activation == "tanh":
                x = np.tanh(x)
            else:
                x = 1 / (1 + np.exp(-x))
    return x
