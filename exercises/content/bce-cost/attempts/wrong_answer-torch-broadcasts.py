"""You let unequal shapes broadcast: a column of probabilities and a vector of labels make a matrix; raise when the shapes differ."""

import torch


def binary_cross_entropy(p, y, eps=1e-12):
    p = p.clamp(eps, 1 - eps)
    return -(y * p.log() + (1 - y) * (1 - p).log()).mean()
