"""You subtract t from negative weights too, which moves them away from 0: they move up by t."""

import numpy as np


def soft_threshold(w, t):
    return np.where(np.abs(w) > t, w - t, 0)
