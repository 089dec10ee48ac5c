"""You give alpha to the new square: it is the weight of the old value."""

import torch


def rmsprop(w, g, s, lr, alpha=0.99, eps=1e-8):
    s = (1 - alpha) * s + alpha * g**2
    return w - lr * g / (s.sqrt() + eps), s


def adagrad(w, g, s, lr, eps=1e-10):
    s = s + g**2
    return w - lr * g / (s.sqrt() + eps), s
