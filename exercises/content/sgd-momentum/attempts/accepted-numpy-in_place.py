"""Writes into the given arrays."""

import numpy as np


def sgd_momentum(w, g, v, lr, momentum, nesterov=False):
    v *= momentum
    v += g
    w -= lr * v
    if nesterov:
        w -= lr * (g + (momentum - 1) * v)
    return w, v
