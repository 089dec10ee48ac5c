"""You activate the second layer before the sum: the branch ends without an activation, otherwise it could only add."""

import numpy as np


def relu(z):
    return np.maximum(z, 0)


def residual_block(x, w1, b1, w2, b2, wproj=None):
    branch = relu(relu(x @ w1 + b1) @ w2 + b2)
    shortcut = x if wproj is None else x @ wproj
    return relu(branch + shortcut)
