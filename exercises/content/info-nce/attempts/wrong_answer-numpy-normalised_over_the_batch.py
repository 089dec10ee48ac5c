"""You divide by norms along the batch axis: each *row* is brought to length 1, over its features."""

import numpy as np


def log_softmax(s, axis):
    s = s - s.max(axis=axis, keepdims=True)
    return s - np.log(np.exp(s).sum(axis=axis, keepdims=True))


def info_nce(za, zb, temperature):
    za = za / np.linalg.norm(za, axis=0, keepdims=True)
    zb = zb / np.linalg.norm(zb, axis=0, keepdims=True)
    logits = za @ zb.T / temperature
    loss_a = -np.diag(log_softmax(logits, 1)).mean()
    loss_b = -np.diag(log_softmax(logits, 0)).mean()
    return (loss_a + loss_b) / 2
