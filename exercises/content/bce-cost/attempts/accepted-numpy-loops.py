"""Element by element."""

import math

import numpy as np


def binary_cross_entropy(p, y, eps=1e-12):
    if p.shape != y.shape:
        raise ValueError("shapes differ")
    total = 0.0
    for probability, label in zip(p.ravel().tolist(), y.ravel().tolist()):
        probability = min(max(probability, eps), 1 - eps)
        total -= label * math.log(probability) + (1 - label) * math.log1p(-probability)
    return total / p.size
