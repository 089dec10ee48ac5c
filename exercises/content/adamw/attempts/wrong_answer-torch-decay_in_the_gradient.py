"""You add the decay to the gradient: that is Adam with an L2 penalty, whose strength the second moment divides away; take lr * weight_decay * w off the parameters directly."""

import torch


def adamw(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.01):
    g = g + weight_decay * w
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    return w - lr * (m / (1 - b1**t)) / ((v / (1 - b2**t)).sqrt() + eps), m, v
