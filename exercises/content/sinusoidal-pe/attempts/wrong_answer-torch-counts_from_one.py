"""Your positions start at 1: the first position is 0, and its row is 0, 1, 0, 1, ..."""

import torch


def sinusoidal(T, d):
    angles = (torch.arange(T, dtype=torch.float64) + 1)[:, None] / 10000 ** (torch.arange(0, d, 2, dtype=torch.float64) / d)
    out = torch.zeros((T, d), dtype=torch.float64)
    out[:, 0::2] = torch.sin(angles)
    out[:, 1::2] = torch.cos(angles[:, : d // 2])
    return out
