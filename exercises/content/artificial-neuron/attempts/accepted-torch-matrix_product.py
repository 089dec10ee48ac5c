"""The matrix product sums over the inputs; names choose the activation."""

import torch


def neuron(x, w, b, activation="sigmoid"):
    z = x @ w + b
    if activation == "step":
        return (z >= 0).to(z.dtype)
    if activation == "linear":
        return z
    return getattr(torch, activation)(z)
