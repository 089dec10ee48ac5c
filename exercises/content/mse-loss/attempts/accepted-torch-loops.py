"""Element by element."""

import torch


def mse_loss(pred, target, reduction="mean"):
    if pred.shape != target.shape:
        raise ValueError("shapes differ")
    errors = [(p - t) * (p - t) for p, t in zip(pred.reshape(-1), target.reshape(-1))]
    if reduction == "none":
        return torch.stack(errors).reshape(pred.shape)
    return sum(errors) / len(errors) if reduction == "mean" else sum(errors)
