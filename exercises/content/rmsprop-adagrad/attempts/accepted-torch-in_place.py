"""Writes into the given arrays."""

import torch


def rmsprop(w, g, s, lr, alpha=0.99, eps=1e-8):
    s.mul_(alpha).addcmul_(g, g, value=1 - alpha)
    return w.addcdiv_(g, s.sqrt() + eps, value=-lr), s


def adagrad(w, g, s, lr, eps=1e-10):
    s.addcmul_(g, g)
    return w.addcdiv_(g, s.sqrt() + eps, value=-lr), s
