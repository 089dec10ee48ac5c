"""You leave out the factor one half of the contrastive loss."""

import numpy as np


def triplet_loss(a, p, n, margin=1.0):
    return np.maximum(np.linalg.norm(a - p, axis=1) - np.linalg.norm(a - n, axis=1) + margin, 0).mean()


def contrastive_loss(a, b, same, margin=1.0):
    d = np.linalg.norm(a - b, axis=1)
    return (same * d**2 + (1 - same) * np.maximum(margin - d, 0) ** 2).mean()
