"""You weight by p**gamma, which favours the easy examples: the weight is (1 - p)**gamma."""

import torch


def focal_loss(logits, y, gamma=2.0, alpha=1.0):
    log_p = torch.log_softmax(logits, 1)[torch.arange(len(y)), y]
    return -(alpha * log_p.exp() ** gamma * log_p).mean()
