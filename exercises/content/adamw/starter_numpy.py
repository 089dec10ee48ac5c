import numpy as np


def adamw(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=0.01):
    """Return (w, m, v) after step `t` (counted from 1) of Adam with decoupled weight decay."""
    raise NotImplementedError("Write adamw: a step of Adam, and lr * weight_decay * w taken off separately.")
