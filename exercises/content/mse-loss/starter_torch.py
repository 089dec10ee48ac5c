import torch


def mse_loss(pred, target, reduction="mean"):
    """Return the mean, the sum, or the tensor ("none") of squared errors; raise where the shapes differ."""
    raise NotImplementedError("Write mse_loss: check the shapes, square the differences, reduce.")
