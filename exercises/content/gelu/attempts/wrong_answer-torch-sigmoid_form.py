"""You use x * sigmoid(1.702 x), a third and coarser approximation (off by up to 0.02): use the error function."""

import math

import torch


def gelu(x, approximate="none"):
    if approximate == "tanh":
        return 0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
    return x * torch.sigmoid(1.702 * x)
