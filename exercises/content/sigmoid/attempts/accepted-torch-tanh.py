"""By the hyperbolic tangent."""

import torch


def sigmoid(x):
    return (1 + torch.tanh(x / 2)) / 2
