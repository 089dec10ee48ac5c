"""You ignore approximate="tanh" and return the exact form: a checkpoint trained with the approximation expects the approximation."""

import math

import torch


def gelu(x, approximate="none"):
    return 0.5 * x * (1 + torch.erf(x / math.sqrt(2)))
