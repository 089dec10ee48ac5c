"""You add the decay to the corrected moment, so it is divided by the root as well: weights with small gradients then decay far faster; take lr * weight_decay * w off on its own."""

import numpy as np


def adamw(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.01):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g * g
    mhat = m / (1 - b1**t)
    vhat = v / (1 - b2**t)
    w = w - lr * (mhat + weight_decay * w) / (np.sqrt(vhat) + eps)
    return w, m, v
