"""You average first and cut at 0 afterwards: a triplet that is far enough apart then pays for another one; cut each triplet's loss at 0, then average."""

import numpy as np


def triplet_loss(a, p, n, margin=1.0):
    dp = np.linalg.norm(a - p, axis=1)
    dn = np.linalg.norm(a - n, axis=1)
    return max((dp - dn + margin).mean(), 0.0)


def contrastive_loss(a, b, same, margin=1.0):
    d = np.linalg.norm(a - b, axis=1)
    return np.where(same, d**2, np.maximum(margin - d, 0) ** 2).mean() / 2
