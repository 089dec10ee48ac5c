"""By the normal distribution function; the tanh form from exponentials."""

import math

import torch


def gelu(x, approximate="none"):
    if approximate == "tanh":
        u = math.sqrt(2 / math.pi) * (x + 0.044715 * x.pow(3))
        return x - x / (1 + torch.exp((2 * u).clamp(max=80)))
    return x * torch.special.ndtr(x)
