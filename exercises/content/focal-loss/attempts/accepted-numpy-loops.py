"""Example by example."""

import math

import numpy as np


def focal_loss(logits, y, gamma=2.0, alpha=1.0):
    total = 0.0
    for row, label in zip(logits.tolist(), y.tolist()):
        top = max(row)
        log_p = row[label] - top - math.log(sum(math.exp(value - top) for value in row))
        total -= alpha * (-math.expm1(log_p)) ** gamma * log_p
    return total / len(y)
