"""The matrix product sums over the inputs; names choose the activation."""

import numpy as np


def sigmoid(z):
    return 1 / (1 + np.exp(-z))


ACTIVATIONS = {
    "sigmoid": sigmoid,
    "tanh": np.tanh,
    "relu": lambda z: np.maximum(z, 0),
    "step": lambda z: np.where(z >= 0, 1.0, 0.0),
    "linear": lambda z: z,
}


def neuron(x, w, b, activation="sigmoid"):
    return ACTIVATIONS[activation](x @ w + b)
