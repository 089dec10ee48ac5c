"""Angles for each pair; sines into the even columns, cosines into the odd ones."""

import numpy as np


def sinusoidal(T, d):
    angles = (np.arange(T))[:, None] / 10000 ** (np.arange(0, d, 2) / d)
    out = np.zeros((T, d))
    out[:, 0::2] = np.sin(angles)
    out[:, 1::2] = np.cos(angles[:, : d // 2])
    return out
