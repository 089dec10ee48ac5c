"""Send zero and the unit vectors through the stack."""

import numpy as np


def network(x, weights, biases):
    for w, b in zip(weights, biases):
        x = x @ w + b
    return x


def collapse_linear(weights, biases):
    inputs = weights[0].shape[0]
    b = network(np.zeros(inputs, dtype=weights[0].dtype), weights, biases)
    return network(np.eye(inputs, dtype=weights[0].dtype), weights, biases) - b, b
