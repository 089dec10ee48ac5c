"""You leave the decay out: this is plain Adam."""

import torch


def adamw(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.01):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    return w - lr * (m / (1 - b1**t)) / ((v / (1 - b2**t)).sqrt() + eps), m, v
