"""You forget the 1/N: the loss is the mean over the batch."""

import numpy as np


def cross_entropy_backward(logits, y):
    n = logits.shape[0]
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(n), y] -= 1
    return p
