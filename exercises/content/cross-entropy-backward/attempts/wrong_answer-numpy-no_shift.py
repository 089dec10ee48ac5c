"""You take the exponential of the raw logits: it overflows beyond 709; subtract the maximum of each row first."""

import numpy as np


def cross_entropy_backward(logits, y):
    n = logits.shape[0]
    e = np.exp(logits)
    p = e / e.sum(axis=1, keepdims=True)
    p[np.arange(n), y] -= 1
    return p / n
