"""You add epsilon under the root: for tiny gradients sqrt(s + eps) is far larger than sqrt(s) + eps; add it after the root."""

import numpy as np


def rmsprop(w, g, s, lr, alpha=0.99, eps=1e-8):
    s = alpha * s + (1 - alpha) * g**2
    return w - lr * g / np.sqrt(s + eps), s


def adagrad(w, g, s, lr, eps=1e-10):
    s = s + g**2
    return w - lr * g / np.sqrt(s + eps), s
