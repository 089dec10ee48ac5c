"""You sum over the examples: the cost is their mean, so that it does not grow with the batch."""

import numpy as np


def binary_cross_entropy(p, y, eps=1e-12):
    if p.shape != y.shape:
        raise ValueError("shapes differ")
    p = np.clip(p, eps, 1 - eps)
    return -np.sum(y * np.log(p) + (1 - y) * np.log(1 - p))
