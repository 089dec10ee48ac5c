"""You scale both factors: beta stands only inside the sigmoid, the x in front stays as it is."""

import torch


def swish(x, beta=1.0):
    return beta * x * torch.sigmoid(beta * x)
