"""You put all sines first and all cosines after them: here they alternate, column by column."""

import numpy as np


def sinusoidal(T, d):
    angles = (np.arange(T))[:, None] / 10000 ** (np.arange(0, d, 2) / d)
    out = np.zeros((T, d))
    out[:, : (d + 1) // 2] = np.sin(angles)
    out[:, (d + 1) // 2 :] = np.cos(angles[:, : d // 2])
    return out
