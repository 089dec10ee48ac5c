"""One example and one class at a time."""

import math

import numpy as np


def cross_entropy_backward(logits, y):
    out = np.empty_like(logits)
    for n, row in enumerate(logits):
        weights = [math.exp(float(value) - float(max(row))) for value in row]
        for c in range(len(row)):
            out[n, c] = (weights[c] / sum(weights) - (c == y[n])) / len(logits)
    return out
