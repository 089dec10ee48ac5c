"""Velocity, then step."""

import numpy as np


def sgd_momentum(w, g, v, lr, momentum, nesterov=False):
    v = momentum * v + g
    return w - lr * (g + momentum * v if nesterov else v), v
