"""You divide by the squares of the last step: update s with the new gradient first."""

import torch


def rmsprop(w, g, s, lr, alpha=0.99, eps=1e-8):
    return w - lr * g / (s.sqrt() + eps), alpha * s + (1 - alpha) * g**2


def adagrad(w, g, s, lr, eps=1e-10):
    return w - lr * g / (s.sqrt() + eps), s + g**2
