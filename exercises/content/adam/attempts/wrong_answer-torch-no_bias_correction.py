"""You leave out the bias correction: the moments start at zero and are too small at first, so divide them by 1 - beta**t."""

import torch


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    return w - lr * m / (v.sqrt() + eps), m, v
