"""Your maximum and sum lose their axis, so they broadcast against the wrong one: square input gives wrong numbers silently, other shapes raise; pass keepdims=True."""

import numpy as np


def softmax(x, axis=-1):
    weights = np.exp(x - x.max(axis=axis))
    return weights / weights.sum(axis=axis)
