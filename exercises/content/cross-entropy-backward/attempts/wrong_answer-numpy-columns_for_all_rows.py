"""You subtract 1 in the columns of *all* labels: pair each row with its own label, `p[np.arange(N), y]`."""

import numpy as np


def cross_entropy_backward(logits, y):
    n = logits.shape[0]
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p[:, y] -= 1
    return p / n
