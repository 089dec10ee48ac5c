"""You multiply by gamma: it is the exponent of (1 - p)."""

import torch


def focal_loss(logits, y, gamma=2.0, alpha=1.0):
    log_p = torch.log_softmax(logits, 1)[torch.arange(len(y)), y]
    return -(alpha * gamma * (1 - log_p.exp()) * log_p).mean()
