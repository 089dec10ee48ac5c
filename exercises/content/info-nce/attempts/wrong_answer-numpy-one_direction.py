"""You only compare each row of za with all of zb: the loss is the mean of both directions, rows and columns."""

import numpy as np


def info_nce(za, zb, temperature):
    za = za / np.linalg.norm(za, axis=1, keepdims=True)
    zb = zb / np.linalg.norm(zb, axis=1, keepdims=True)
    scores = za @ zb.T / temperature
    return (np.logaddexp.reduce(scores, axis=1) - np.diag(scores)).mean()
