"""You leave out the second term: examples with label 0 are judged by log(1 - p)."""

import torch


def binary_cross_entropy(p, y, eps=1e-12):
    if p.shape != y.shape:
        raise ValueError("shapes differ")
    return -(y * p.clamp(eps, 1 - eps).log()).mean()
