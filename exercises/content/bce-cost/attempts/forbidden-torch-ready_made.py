"""Calls the library's own loss."""

import torch


def binary_cross_entropy(p, y, eps=1e-12):
    return torch.nn.functional.binary_cross_entropy(p.clamp(eps, 1 - eps), y)
