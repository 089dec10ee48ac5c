"""Both corrections in the size of the step; eps is scaled along, so the result is the first form's."""

import numpy as np


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    step = lr * np.sqrt(1 - b2**t) / (1 - b1**t)
    w = w - step * m / (np.sqrt(v) + eps * np.sqrt(1 - b2**t))
    return w, m, v
