"""You step with the moments of the last step: update m and v with the new gradient first."""

import torch


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    w = w - lr * (m / (1 - b1**t)) / ((v / (1 - b2**t)).sqrt() + eps)
    return w, b1 * m + (1 - b1) * g, b2 * v + (1 - b2) * g**2
