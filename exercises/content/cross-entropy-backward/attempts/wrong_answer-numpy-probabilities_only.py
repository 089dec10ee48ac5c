"""You return the probabilities only: subtract 1 at the right class of each row."""

import numpy as np


def cross_entropy_backward(logits, y):
    n = logits.shape[0]
    e = np.exp(logits - logits.max(axis=1, keepdims=True))
    p = e / e.sum(axis=1, keepdims=True)
    p = p.copy()
    return p / n
