"""Calls the library's own loss."""

import torch


def mse_loss(pred, target, reduction="mean"):
    if pred.shape != target.shape:
        raise ValueError("shapes differ")
    return torch.nn.functional.mse_loss(pred, target, reduction=reduction)
