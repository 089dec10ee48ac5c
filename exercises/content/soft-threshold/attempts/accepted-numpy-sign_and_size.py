"""Sign times shrunken size."""

import numpy as np


def soft_threshold(w, t):
    return np.sign(w) * np.maximum(np.abs(w) - t, 0)
