"""You collect absolute values: s holds squares, their root brings the scale back."""

import torch


def rmsprop(w, g, s, lr, alpha=0.99, eps=1e-8):
    s = alpha * s + (1 - alpha) * g.abs()
    return w - lr * g / (s.sqrt() + eps), s


def adagrad(w, g, s, lr, eps=1e-10):
    s = s + g.abs()
    return w - lr * g / (s.sqrt() + eps), s
