"""Every column has its own wavelength in your table: a sine and the cosine beside it share one, with the exponent 2i/d."""

import numpy as np


def sinusoidal(T, d):
    angles = np.arange(T)[:, None] / 10000 ** (np.arange(d) / d)
    angles[:, 0::2] = np.sin(angles[:, 0::2])
    angles[:, 1::2] = np.cos(angles[:, 1::2])
    return angles
