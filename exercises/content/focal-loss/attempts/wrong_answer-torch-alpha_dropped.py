"""You leave out alpha: every example's loss is multiplied by it."""

import torch


def focal_loss(logits, y, gamma=2.0, alpha=1.0):
    log_p = torch.log_softmax(logits, 1)[torch.arange(len(y)), y]
    return -((1 - log_p.exp()) ** gamma * log_p).mean()
