"""Writes into the given arrays."""

import numpy as np


def step(w, g, s, lr, eps):
    w -= lr * (g / (np.sqrt(s) + eps))
    return w, s


def rmsprop(w, g, s, lr, alpha=0.99, eps=1e-8):
    s += (1 - alpha) * (g * g - s)
    return step(w, g, s, lr, eps)


def adagrad(w, g, s, lr, eps=1e-10):
    s += g * g
    return step(w, g, s, lr, eps)
