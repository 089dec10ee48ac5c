"""You multiply the result by beta: it belongs inside the sigmoid, x * sigmoid(beta * x)."""

import torch


def swish(x, beta=1.0):
    return beta * x * torch.sigmoid(x)
