"""The input times a stable sigmoid."""

import torch


def swish(x, beta=1.0):
    return x * torch.sigmoid(beta * x)
