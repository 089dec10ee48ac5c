"""Angles for each pair; sines into the even columns, cosines into the odd ones."""

import torch


def sinusoidal(T, d):
    angles = (torch.arange(T, dtype=torch.float64))[:, None] / 10000 ** (torch.arange(0, d, 2, dtype=torch.float64) / d)
    out = torch.zeros((T, d), dtype=torch.float64)
    out[:, 0::2] = torch.sin(angles)
    out[:, 1::2] = torch.cos(angles[:, : d // 2])
    return out
