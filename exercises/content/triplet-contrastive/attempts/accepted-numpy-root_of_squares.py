"""The root of the sum of squares, guarded at zero in PyTorch."""

import numpy as np


def distance(a, b):
    return np.sqrt(((a - b) ** 2).sum(axis=1))


def triplet_loss(a, p, n, margin=1.0):
    return np.clip(distance(a, p) - distance(a, n) + margin, 0, None).sum() / len(a)


def contrastive_loss(a, b, same, margin=1.0):
    d = distance(a, b)
    return (same * d * d + (1 - same) * np.clip(margin - d, 0, None) ** 2).sum() / (2 * len(a))
