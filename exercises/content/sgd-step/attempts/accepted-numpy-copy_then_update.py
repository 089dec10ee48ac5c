"""Updates a copy in place, as an optimiser would update the parameter."""

import numpy as np


def sgd_step(w, g, lr, weight_decay=0.0):
    new = w.copy()
    gradient = np.add(g, weight_decay * w)
    new -= lr * gradient
    return new
