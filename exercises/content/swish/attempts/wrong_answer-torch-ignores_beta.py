"""You compute SiLU whatever beta is: the sigmoid takes beta * x."""

import torch


def swish(x, beta=1.0):
    return x * torch.sigmoid(x)
