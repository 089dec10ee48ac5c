"""Your exponent is i/d: it is 2i/d, where i counts pairs of columns."""

import torch


def sinusoidal(T, d):
    angles = (torch.arange(T, dtype=torch.float64))[:, None] / 10000 ** (torch.arange((d + 1) // 2, dtype=torch.float64) / d)
    out = torch.zeros((T, d), dtype=torch.float64)
    out[:, 0::2] = torch.sin(angles)
    out[:, 1::2] = torch.cos(angles[:, : d // 2])
    return out
