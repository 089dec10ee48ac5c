"""Example by example, input by input."""

import math

import numpy as np


def activate(z, activation):
    if activation == "sigmoid":
        return 1 / (1 + math.exp(-z))
    if activation == "tanh":
        return math.tanh(z)
    if activation == "relu":
        return max(z, 0.0)
    if activation == "step":
        return 1.0 if z >= 0 else 0.0
    return z


def neuron(x, w, b, activation="sigmoid"):
    if x.ndim == 1:
        total = float(b)
        for value, weight in zip(x, w):
            total += float(value) * float(weight)
        return activate(total, activation)
    return np.array([neuron(row, w, b, activation) for row in x])
