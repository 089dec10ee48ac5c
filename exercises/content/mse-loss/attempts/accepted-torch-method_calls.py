"""Check, square, reduce by a method."""

import torch


def mse_loss(pred, target, reduction="mean"):
    if pred.shape != target.shape:
        raise ValueError(f"pred has shape {tuple(pred.shape)}, target {tuple(target.shape)}")
    errors = (pred - target) ** 2
    if reduction == "none":
        return errors
    return errors.mean() if reduction == "mean" else errors.sum()
