import numpy as np


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    """Return (w, m, v) after step `t` (counted from 1) of Adam."""
    raise NotImplementedError("Write adam: two moving averages, their bias correction, one step.")
