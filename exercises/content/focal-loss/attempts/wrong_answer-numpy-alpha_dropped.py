"""You leave out alpha: every example's loss is multiplied by it."""

import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=1.0):
    log_p = (logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))[np.arange(len(y)), y]
    return -((1 - np.exp(log_p)) ** gamma * log_p).mean()
