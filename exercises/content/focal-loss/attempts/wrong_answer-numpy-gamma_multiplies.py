"""You multiply by gamma: it is the exponent of (1 - p)."""

import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=1.0):
    log_p = (logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))[np.arange(len(y)), y]
    return -(alpha * gamma * (1 - np.exp(log_p)) * log_p).mean()
