"""You apply the activation after the last layer too: the output layer is linear, it gives logits or regression values."""

import torch


def mlp_forward(x, params, activation="relu"):
    for w, b in params:
        x = getattr(torch, activation)(x @ w + b)
    return x
