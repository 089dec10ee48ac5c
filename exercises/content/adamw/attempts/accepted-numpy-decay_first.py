"""Shrinks in place, then makes the step in place."""

import numpy as np


def adamw(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.01):
    w *= 1 - lr * weight_decay
    m += (1 - b1) * (g - m)
    v += (1 - b2) * (g * g - v)
    w -= lr / (1 - b1**t) * m / (np.sqrt(v / (1 - b2**t)) + eps)
    return w, m, v
