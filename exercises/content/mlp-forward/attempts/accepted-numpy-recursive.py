"""The network without its first layer is a network."""

import numpy as np


def sigmoid(z):
    return (1 + np.tanh(z / 2)) / 2


def mlp_forward(x, params, activation="relu"):
    (w, b), rest = params[0], params[1:]
    z = np.einsum("nd,dm->nm", x, w) + b
    if not rest:
        return z
    if activation == "relu":
        z = z * (z > 0)
    elif activation == "tanh":
        z = np.tanh(z)
    else:
        z = sigmoid(z)
    return mlp_forward(z, rest, activation)
