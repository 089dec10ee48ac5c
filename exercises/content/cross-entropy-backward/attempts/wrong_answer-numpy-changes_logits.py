"""You subtract the maximum in place: that changes the caller's logits."""

import numpy as np


def cross_entropy_backward(logits, y):
    n = len(logits)
    logits -= logits.max(axis=1, keepdims=True)
    p = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    p[np.arange(n), y] -= 1
    return p / n
