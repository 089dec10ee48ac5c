"""Adam's step, and the decay taken off the old parameters."""

import numpy as np


def adamw(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.01):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    step = (m / (1 - b1**t)) / (np.sqrt(v / (1 - b2**t)) + eps)
    return w - lr * (step + weight_decay * w), m, v
