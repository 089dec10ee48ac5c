"""You leave out the bias: without it the neuron's threshold is stuck at the origin; add b to the weighted sum."""

import numpy as np


def neuron(x, w, b, activation="sigmoid"):
    z = x @ w
    if activation == "sigmoid":
        return 1 / (1 + np.exp(-z))
    if activation == "tanh":
        return np.tanh(z)
    if activation == "relu":
        return np.maximum(z, 0)
    if activation == "step":
        return np.where(z >= 0, 1.0, 0.0)
    return z
