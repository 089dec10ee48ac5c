"""You add the bias to every product before summing, so it counts D times: add it once, after the sum."""

import numpy as np


def neuron(x, w, b, activation="sigmoid"):
    z = (x * w + b).sum(axis=-1)
    if activation == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if activation == "tanh":
        return np.tanh(z)
    if activation == "relu":
        return np.maximum(z, 0)
    if activation == "step":
        return np.where(z >= 0, 1.0, 0.0)
    return z
