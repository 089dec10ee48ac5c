"""Log-softmax, its exponential for the weight."""

import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=1.0):
    shifted = logits - logits.max(axis=1, keepdims=True)
    log_p = (shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True)))[np.arange(len(y)), y]
    return -(alpha * (1 - np.exp(log_p)) ** gamma * log_p).mean()
