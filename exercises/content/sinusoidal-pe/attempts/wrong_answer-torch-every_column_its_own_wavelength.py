"""Every column has its own wavelength in your table: a sine and the cosine beside it share one, with the exponent 2i/d."""

import torch


def sinusoidal(T, d):
    angles = torch.arange(T, dtype=torch.float64)[:, None] / 10000 ** (torch.arange(d, dtype=torch.float64) / d)
    angles[:, 0::2] = torch.sin(angles[:, 0::2])
    angles[:, 1::2] = torch.cos(angles[:, 1::2])
    return angles
