"""Example by example, input by input."""

import torch


def neuron(x, w, b, activation="sigmoid"):
    if x.dim() == 2:
        return torch.stack([neuron(row, w, b, activation) for row in x])
    z = b
    for value, weight in zip(x, w):
        z = z + value * weight
    if activation == "sigmoid":
        return torch.sigmoid(z)
    if activation == "tanh":
        return torch.tanh(z)
    if activation == "relu":
        return torch.relu(z)
    if activation == "step":
        return (z >= 0).to(z.dtype)
    return z
