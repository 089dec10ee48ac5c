"""You take the logarithm of a finished softmax: where the model is sure and wrong it is log 0; use the log-softmax and exponentiate it for the weight."""

import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=1.0):
    weights = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = (weights / weights.sum(axis=1, keepdims=True))[np.arange(len(y)), y]
    return -(alpha * (1 - p) ** gamma * np.log(p)).mean()
