"""Updates the given arrays in place."""

import torch


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    m.mul_(b1).add_(g, alpha=1 - b1)
    v.mul_(b2).addcmul_(g, g, value=1 - b2)
    w.addcdiv_(m, (v / (1 - b2**t)).sqrt().add_(eps), value=-lr / (1 - b1**t))
    return w, m, v
