"""The formulas."""

import torch


def rmsprop(w, g, s, lr, alpha=0.99, eps=1e-8):
    s = alpha * s + (1 - alpha) * g**2
    return w - lr * g / (s.sqrt() + eps), s


def adagrad(w, g, s, lr, eps=1e-10):
    s = s + g**2
    return w - lr * g / (s.sqrt() + eps), s
