"""Builds it on the library's own loss."""

import torch


def focal_loss(logits, y, gamma=2.0, alpha=1.0):
    losses = torch.nn.functional.cross_entropy(logits, y, reduction="none")
    return (alpha * (1 - torch.exp(-losses)) ** gamma * losses).mean()
