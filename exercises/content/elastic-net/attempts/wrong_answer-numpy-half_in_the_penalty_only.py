"""Your penalty has the factor one half but your gradient does not belong to it: the derivative of l2/2 * w^2 is l2 * w."""

import numpy as np


def elastic_net(w, l1, l2):
    penalty = l1 * np.abs(w).sum() + 0.5 * l2 * (w**2).sum()
    return penalty, l1 * np.sign(w) + 2 * l2 * w
