"""You add epsilon under the root: sqrt(v + eps) is far larger than sqrt(v) + eps where gradients are tiny; add it after the root."""

import numpy as np


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    return w - lr * (m / (1 - b1**t)) / np.sqrt(v / (1 - b2**t) + eps), m, v
