"""A one-hot matrix picks the right entries."""

import numpy as np


def cross_entropy(logits, y):
    right = np.eye(logits.shape[1], dtype=logits.dtype)[y]
    lse = np.logaddexp.reduce(logits, axis=1, keepdims=True)
    return ((lse - logits) * right).sum() / len(y)
