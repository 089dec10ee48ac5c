"""You leave the shortcut out: without it this is a plain two-layer network."""

import numpy as np


def residual_block(x, w1, b1, w2, b2, wproj=None):
    branch = np.maximum(x @ w1 + b1, 0) @ w2 + b2
    shortcut = 0 * branch
    return np.maximum(branch + shortcut, 0)
