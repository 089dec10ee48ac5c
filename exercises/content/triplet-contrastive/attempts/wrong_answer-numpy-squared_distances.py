"""You compare squared distances, as FaceNet does: here they are plain Euclidean distances, so take the root."""

import numpy as np


def triplet_loss(a, p, n, margin=1.0):
    gap = ((a - p) ** 2).sum(axis=1) - ((a - n) ** 2).sum(axis=1)
    return np.maximum(gap + margin, 0).mean()


def contrastive_loss(a, b, same, margin=1.0):
    d = np.linalg.norm(a - b, axis=1)
    return (same * d**2 + (1 - same) * np.maximum(margin - d, 0) ** 2).mean() / 2
