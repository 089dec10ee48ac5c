"""One exponential of -2|x| in NumPy, one clamped exponential for each side in PyTorch."""

import torch


def tanh(x):
    up = (2 * x.clamp(max=0)).exp()
    down = (-2 * x.clamp(min=0)).exp()
    return torch.where(x < 0, (up - 1) / (up + 1), (1 - down) / (1 + down))
