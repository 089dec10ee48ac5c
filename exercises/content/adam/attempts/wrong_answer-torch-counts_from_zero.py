"""You correct with t - 1: t counts from 1, and in the first step beta**0 makes the denominator 0."""

import torch


def adam(w, g, m, v, t, lr, b1=0.9, b2=0.999, eps=1e-8):
    m = b1 * m + (1 - b1) * g
    v = b2 * v + (1 - b2) * g**2
    m_hat = m / (1 - b1 ** (t - 1))
    v_hat = v / (1 - b2 ** (t - 1))
    return w - lr * m_hat / (v_hat.sqrt() + eps), m, v
