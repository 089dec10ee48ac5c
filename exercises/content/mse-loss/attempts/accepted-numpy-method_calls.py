"""Check, square, reduce by a method."""

import numpy as np


def mse_loss(pred, target, reduction="mean"):
    if pred.shape != target.shape:
        raise ValueError(f"pred has shape {pred.shape}, target {target.shape}")
    errors = (pred - target) ** 2
    if reduction == "none":
        return errors
    return errors.mean() if reduction == "mean" else errors.sum()
