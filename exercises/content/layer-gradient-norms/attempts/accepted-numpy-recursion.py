"""The backward pass as a recursion; floats come back."""

import numpy as np


def gradient_norms(weights, x, dout, activation):
    norms = []
    below(list(weights), x, dout, activation, norms)
    return norms[::-1]


def below(weights, h, dout, activation, norms):
    if not weights:
        return dout
    z = h @ weights[0]
    if activation == "relu":
        out, derivative = z * (z > 0), 1.0 * (z > 0)
    elif activation == "tanh":
        out = np.tanh(z)
        derivative = 1 - out**2
    else:
        out = 1 / (1 + np.exp(-z))
        derivative = out * (1 - out)
    delta = below(weights[1:], out, dout, activation, norms) * derivative
    norms.append(float(((h.T @ delta) ** 2).sum() ** 0.5))
    return delta @ weights[0].T
