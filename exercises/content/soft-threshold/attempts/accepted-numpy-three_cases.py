"""Outside on the right, outside on the left, between."""

import numpy as np


def soft_threshold(w, t):
    out = np.zeros_like(w)
    out[w > t] = w[w > t] - t
    out[w < -t] = w[w < -t] + t
    return out
