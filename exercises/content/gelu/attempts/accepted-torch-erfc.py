"""By the complementary error function; the tanh form as a sigmoid."""

import math

import torch


def gelu(x, approximate="none"):
    if approximate == "tanh":
        return x * torch.sigmoid(math.sqrt(8 / math.pi) * x * (1 + 0.044715 * x * x))
    return x / 2 * torch.erfc(-x * math.sqrt(0.5))
