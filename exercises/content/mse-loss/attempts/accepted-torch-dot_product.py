"""The sum of squares as a product of the flattened difference with itself."""

import torch


def mse_loss(pred, target, reduction="mean"):
    assert pred.shape == target.shape, "shapes differ"
    difference = pred - target
    if reduction == "none":
        return difference.square()
    flat = difference.reshape(-1)
    return flat @ flat / (flat.numel() if reduction == "mean" else 1)
