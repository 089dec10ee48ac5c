"""You swap sine and cosine: the even columns are sines."""

import torch


def sinusoidal(T, d):
    angles = (torch.arange(T, dtype=torch.float64))[:, None] / 10000 ** (torch.arange(0, d, 2, dtype=torch.float64) / d)
    out = torch.zeros((T, d), dtype=torch.float64)
    out[:, 0::2] = torch.cos(angles)
    out[:, 1::2] = torch.sin(angles[:, : d // 2])
    return out
