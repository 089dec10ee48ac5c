"""You normalise a single unit by its own exponential, which is 1 whatever the input: one unit needs sigmoid, softmax needs a vector of logits."""

import numpy as np


def neuron(x, w, b, activation="sigmoid"):
    z = x @ w + b
    if activation == "sigmoid":
        return np.exp(z) / np.exp(z)
    if activation == "tanh":
        return np.tanh(z)
    if activation == "relu":
        return np.maximum(z, 0)
    if activation == "step":
        return np.where(z >= 0, 1.0, 0.0)
    return z
