"""PyTorch's own affine layers and activations."""

import torch
import torch.nn.functional as F


ACTIVATIONS = {"sigmoid": torch.sigmoid, "tanh": torch.tanh, "relu": F.relu, "linear": lambda z: z}


def mlp_forward(x, params, activation="relu"):
    *hidden, (w, b) = params
    for each in hidden:
        x = ACTIVATIONS[activation](F.linear(x, each[0].T, each[1]))
    return F.linear(x, w.T, b)
