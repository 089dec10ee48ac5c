"""Weight by weight."""

import numpy as np


def elastic_net(w, l1, l2):
    penalty = 0.0
    grad = np.zeros(w.shape, dtype=w.dtype)
    for index in np.ndindex(w.shape):
        value = float(w[index])
        penalty += l1 * abs(value) + l2 * value * value / 2
        direction = (value > 0) - (value < 0)
        grad[index] = l1 * direction + l2 * value
    return penalty, grad
