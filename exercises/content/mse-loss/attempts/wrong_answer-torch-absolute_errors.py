"""You average absolute errors: that is MAE; square the differences."""

import torch


def mse_loss(pred, target, reduction="mean"):
    if pred.shape != target.shape:
        raise ValueError("shapes differ")
    errors = (pred - target).abs()
    if reduction == "none":
        return errors
    return errors.mean() if reduction == "mean" else errors.sum()
