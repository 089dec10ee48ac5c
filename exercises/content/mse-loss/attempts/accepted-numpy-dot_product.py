"""The sum of squares as a product of the flattened difference with itself."""

import numpy as np


def mse_loss(pred, target, reduction="mean"):
    assert pred.shape == target.shape, "shapes differ"
    difference = pred - target
    if reduction == "none":
        return np.square(difference)
    total = np.vdot(difference, difference)
    return total / difference.size if reduction == "mean" else total
