"""You take the logarithm of a finished softmax: where the model is sure and wrong it is log 0; use the log-softmax and exponentiate it for the weight."""

import torch


def focal_loss(logits, y, gamma=2.0, alpha=1.0):
    p = torch.softmax(logits, 1)[torch.arange(len(y)), y]
    return -(alpha * (1 - p) ** gamma * torch.log(p)).mean()
