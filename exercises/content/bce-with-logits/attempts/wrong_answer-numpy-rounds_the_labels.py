"""You round the labels to 0 and 1: soft labels are allowed, use them as weights of the two terms."""

import numpy as np


def bce_with_logits(logits, y):
    if logits.shape != y.shape:
        raise ValueError("shapes differ")
    y = np.where(y > 0.5, 1.0, 0.0)
    return (np.maximum(logits, 0) - y * logits + np.log1p(np.exp(-np.abs(logits)))).mean()
