"""PyTorch's own squared error."""

import torch.nn.functional as F


def mse_loss(pred, target, reduction="mean"):
    if pred.shape != target.shape:
        raise ValueError("unequal shapes")
    return F.mse_loss(pred, target, reduction=reduction)
