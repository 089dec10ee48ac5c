"""You carry a factor one half: some texts do, so that the 2 of the derivative cancels, but here the mean squared error has none."""

import numpy as np


def mse_loss(pred, target, reduction="mean"):
    if pred.shape != target.shape:
        raise ValueError("shapes differ")
    errors = (pred - target) ** 2 / 2
    if reduction == "none":
        return errors
    return errors.mean() if reduction == "mean" else errors.sum()
