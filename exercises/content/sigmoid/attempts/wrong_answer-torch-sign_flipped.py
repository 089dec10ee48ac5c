"""You compute 1/(1+exp(x)), which falls from 1 to 0: the exponent is -x, and a large x gives 1."""

import torch


def sigmoid(x):
    return 1 / (1 + torch.exp(x))
