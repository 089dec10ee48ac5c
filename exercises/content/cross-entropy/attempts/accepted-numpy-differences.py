"""One loss is the logarithm of the sum of exponentials of differences to the right logit, row by row."""

import math

import numpy as np


def cross_entropy(logits, y):
    total = 0.0
    for row, label in zip(logits, y):
        gaps = [float(value - row[label]) for value in row]
        top = max(gaps)
        total += top + math.log(math.fsum(math.exp(gap - top) for gap in gaps))
    return total / len(y)
