"""Send zero and the unit vectors through the stack."""

import torch


def network(x, weights, biases):
    for w, b in zip(weights, biases):
        x = x @ w + b
    return x


def collapse_linear(weights, biases):
    inputs, dtype = weights[0].shape[0], weights[0].dtype
    b = network(torch.zeros(inputs, dtype=dtype), weights, biases)
    return network(torch.eye(inputs, dtype=dtype), weights, biases) - b, b
