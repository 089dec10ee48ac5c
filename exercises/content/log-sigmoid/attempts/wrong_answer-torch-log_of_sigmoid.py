"""You take the logarithm of a finished sigmoid: far left it has underflowed to 0 and the result is -inf; simplify before you compute."""

import torch


def log_sigmoid(x):
    return torch.log(torch.sigmoid(x))
