"""You correct the first moment but not the second: `v` starts at zero as well and is far too small early on, so the first steps are too large."""

import numpy as np


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    w = w - lr * m / (1 - b1**t) / (np.sqrt(v) + eps)
    return w, m, v
