"""You average absolute errors: that is MAE; square the differences."""

import numpy as np


def mse_loss(pred, target, reduction="mean"):
    if pred.shape != target.shape:
        raise ValueError("shapes differ")
    errors = np.abs(pred - target)
    if reduction == "none":
        return errors
    return errors.mean() if reduction == "mean" else errors.sum()
