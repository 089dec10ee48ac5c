"""You return the tanh form also for "none": it is an approximation that is off by up to 5e-4; the exact form uses the error function."""

import math

import torch


def gelu(x, approximate="none"):
    return 0.5 * x * (1 + torch.tanh(math.sqrt(2 / math.pi) * (x + 0.044715 * x**3)))
