"""The two sums and their derivatives."""

import numpy as np


def elastic_net(w, l1, l2):
    penalty = l1 * np.abs(w).sum() + 0.5 * l2 * (w**2).sum()
    return penalty, l1 * np.sign(w) + l2 * w
