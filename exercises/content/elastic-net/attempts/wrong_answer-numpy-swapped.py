"""You mix up l1 and l2: l1 belongs to the absolute values, l2 to the squares."""

import numpy as np


def elastic_net(w, l1, l2):
    penalty = l2 * np.abs(w).sum() + 0.5 * l1 * (w**2).sum()
    return penalty, l2 * np.sign(w) + l1 * w
