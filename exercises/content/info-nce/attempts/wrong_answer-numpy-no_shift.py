"""You exponentiate the raw scores: with a cold temperature they reach 1000 and exp overflows; use log-sum-exp."""

import numpy as np


def info_nce(za, zb, temperature):
    za = za / np.linalg.norm(za, axis=1, keepdims=True)
    zb = zb / np.linalg.norm(zb, axis=1, keepdims=True)
    weights = np.exp(za @ zb.T / temperature)
    right = np.diag(weights)
    return -(np.log(right / weights.sum(axis=1)) + np.log(right / weights.sum(axis=0))).mean() / 2
