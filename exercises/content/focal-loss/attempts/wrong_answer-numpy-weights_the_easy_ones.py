"""You weight by p**gamma, which favours the easy examples: the weight is (1 - p)**gamma."""

import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=1.0):
    log_p = (logits - np.logaddexp.reduce(logits, axis=1, keepdims=True))[np.arange(len(y)), y]
    return -(alpha * np.exp(log_p) ** gamma * log_p).mean()
