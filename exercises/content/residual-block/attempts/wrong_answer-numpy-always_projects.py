"""You project the shortcut even when no projection is given: then the shortcut is `x` itself."""

import numpy as np


def residual_block(x, w1, b1, w2, b2, wproj=None):
    if wproj is None:
        wproj = np.full((x.shape[1], w2.shape[1]), 1 / x.shape[1])
    branch = np.maximum(x @ w1 + b1, 0) @ w2 + b2
    return np.maximum(branch + x @ wproj, 0)
