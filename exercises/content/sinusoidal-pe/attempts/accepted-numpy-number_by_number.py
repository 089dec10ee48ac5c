"""Every number by itself, as the formula says."""

import math

import numpy as np


def sinusoidal(T, d):
    out = np.empty((T, d))
    for t in range(T):
        for column in range(d):
            angle = t / math.pow(10000, (column // 2) * 2 / d)
            out[t, column] = math.cos(angle) if column % 2 else math.sin(angle)
    return out
