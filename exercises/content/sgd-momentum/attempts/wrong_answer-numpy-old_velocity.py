"""You step with the velocity of the last step: update it with the new gradient first."""

import numpy as np


def sgd_momentum(w, g, v, lr, momentum, nesterov=False):
    new = momentum * v + g
    return w - lr * (g + momentum * v if nesterov else v), new
