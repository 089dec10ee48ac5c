"""Your factor sqrt(2/pi) multiplies x alone: it stands before the whole bracket, x + 0.044715 x^3."""

import math

import torch


def gelu(x, approximate="none"):
    if approximate == "none":
        return x * 0.5 * (1 + torch.erf(x / math.sqrt(2)))
    return 0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * x + 0.044715 * torch.pow(x, 3)))
