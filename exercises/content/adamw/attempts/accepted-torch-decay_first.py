"""Shrinks in place, then makes the step in place."""

import torch


def adamw(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.01):
    w.mul_(1 - lr * weight_decay)
    m.lerp_(g, 1 - b1)
    v.mul_(b2).addcmul_(g, g, value=1 - b2)
    w.addcdiv_(m, (v / (1 - b2**t)).sqrt() + eps, value=-lr / (1 - b1**t))
    return w, m, v
