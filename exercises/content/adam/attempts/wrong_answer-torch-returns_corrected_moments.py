"""You return the corrected moments: the next step would correct them again; return m and v as they are and keep the corrected ones to yourself."""

import torch


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    m = (b1 * m + (1 - b1) * g) / (1 - b1**t)
    v = (b2 * v + (1 - b2) * g**2) / (1 - b2**t)
    return w - lr * m / (v.sqrt() + eps), m, v
