"""You collect absolute values: s holds squares, their root brings the scale back."""

import numpy as np


def rmsprop(w, g, s, lr, alpha=0.99, eps=1e-8):
    s = alpha * s + (1 - alpha) * np.abs(g)
    return w - lr * g / (np.sqrt(s) + eps), s


def adagrad(w, g, s, lr, eps=1e-10):
    s = s + np.abs(g)
    return w - lr * g / (np.sqrt(s) + eps), s
