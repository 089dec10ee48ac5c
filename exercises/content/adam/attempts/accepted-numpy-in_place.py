"""Updates the given arrays in place."""

import numpy as np


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    m += (1 - b1) * (g - m)
    v += (1 - b2) * (g * g - v)
    w -= lr / (1 - b1**t) * m / (np.sqrt(v / (1 - b2**t)) + eps)
    return w, m, v
