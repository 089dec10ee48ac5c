"""Pair by pair."""

import math

import numpy as np


def cosine(a, b):
    return sum(x * y for x, y in zip(a, b)) / math.hypot(*a) / math.hypot(*b)


def info_nce(za, zb, temperature):
    a, b = za.tolist(), zb.tolist()
    total = 0.0
    for i in range(len(a)):
        for scores in ([cosine(a[i], other) for other in b], [cosine(other, b[i]) for other in a]):
            scores = [score / temperature for score in scores]
            top = max(scores)
            total += top + math.log(sum(math.exp(score - top) for score in scores)) - scores[i]
    return total / (2 * len(a))
