"""Row by row."""

import math

import numpy as np


def triplet_loss(a, p, n, margin=1.0):
    rows = zip(a.tolist(), p.tolist(), n.tolist())
    losses = [max(0.0, math.dist(x, y) - math.dist(x, z) + margin) for x, y, z in rows]
    return sum(losses) / len(losses)


def contrastive_loss(a, b, same, margin=1.0):
    total = 0.0
    for x, y, label in zip(a.tolist(), b.tolist(), same.tolist()):
        d = math.dist(x, y)
        total += d * d if label else max(0.0, margin - d) ** 2
    return total / len(a) / 2
