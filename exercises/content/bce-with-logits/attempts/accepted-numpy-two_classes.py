"""The logits z and 0 in log-sum-exp, element by element."""

import math

import numpy as np


def bce_with_logits(logits, y):
    if logits.shape != y.shape:
        raise ValueError("shapes differ")
    total = 0.0
    for z, label in zip(logits.ravel().tolist(), y.ravel().tolist()):
        if z >= 0:
            total += (1 - label) * z + math.log1p(math.exp(-z))
        else:
            total += -label * z + math.log1p(math.exp(z))
    return total / logits.size
