"""What is left after the part within the threshold is taken off."""

import numpy as np


def soft_threshold(w, t):
    return w - np.clip(w, -t, t)
