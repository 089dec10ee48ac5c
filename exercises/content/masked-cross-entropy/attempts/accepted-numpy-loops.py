"""Position by position."""

import math

import numpy as np


def masked_cross_entropy(logits, y, mask):
    total, count = 0.0, 0
    for n, t in zip(*np.nonzero(mask)):
        row = logits[n, t].tolist()
        top = max(row)
        total += top + math.log(sum(math.exp(value - top) for value in row)) - row[y[n, t]]
        count += 1
    return total / count if count else 0.0
