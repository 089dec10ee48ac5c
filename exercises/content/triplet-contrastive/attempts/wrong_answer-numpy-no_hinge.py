"""You leave out the hinge: a triplet that is satisfied has loss 0, it must not pay for another one with a negative loss."""

import numpy as np


def triplet_loss(a, p, n, margin=1.0):
    return (np.linalg.norm(a - p, axis=1) - np.linalg.norm(a - n, axis=1) + margin).mean()


def contrastive_loss(a, b, same, margin=1.0):
    d = np.linalg.norm(a - b, axis=1)
    return (same * d**2 + (1 - same) * (margin - d) ** 2).mean() / 2
