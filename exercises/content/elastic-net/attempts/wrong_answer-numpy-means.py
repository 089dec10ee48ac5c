"""You average over the weights: the penalty is a sum, so its strength per weight does not depend on how many there are."""

import numpy as np


def elastic_net(w, l1, l2):
    penalty = l1 * np.abs(w).mean() + 0.5 * l2 * (w**2).mean()
    return penalty, (l1 * np.sign(w) + l2 * w) / w.size
