"""By expm1, which keeps the digits of tiny x."""

import torch


def tanh(x):
    t = torch.expm1(2 * x.clamp(-20, 20))  # tanh(20) is 1 to the last digit
    return t / (t + 2)
