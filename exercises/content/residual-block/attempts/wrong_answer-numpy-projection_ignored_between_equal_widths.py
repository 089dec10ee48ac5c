"""You ignore the projection when the widths are equal: whenever `wproj` is given, the shortcut is `x @ wproj`."""

import numpy as np


def residual_block(x, w1, b1, w2, b2, wproj=None):
    branch = np.maximum(x @ w1 + b1, 0) @ w2 + b2
    shortcut = x if wproj is None or w2.shape[1] == x.shape[1] else x @ wproj
    return np.maximum(branch + shortcut, 0)
