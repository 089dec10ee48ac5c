"""You mix up l1 and l2: l1 belongs to the absolute values, l2 to the squares."""

import torch


def elastic_net(w, l1, l2):
    penalty = l2 * w.abs().sum() + 0.5 * l1 * (w**2).sum()
    return penalty, l2 * w.sign() + l1 * w
