"""The maximum, the linear term and log1p of a decaying exponential."""

import numpy as np


def bce_with_logits(logits, y):
    if logits.shape != y.shape:
        raise ValueError("shapes differ")
    return (np.maximum(logits, 0) - y * logits + np.log1p(np.exp(-np.abs(logits)))).mean()
