"""You let unequal shapes broadcast: (N, 1) minus (N,) is an N by N matrix and the loss a plausible wrong number; raise when the shapes differ."""

import torch


def mse_loss(pred, target, reduction="mean"):
    errors = (pred - target) ** 2
    if reduction == "none":
        return errors
    return errors.mean() if reduction == "mean" else errors.sum()
