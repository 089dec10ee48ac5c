"""The two sums and their derivatives."""

import torch


def elastic_net(w, l1, l2):
    penalty = l1 * w.abs().sum() + 0.5 * l2 * (w**2).sum()
    return penalty, l1 * w.sign() + l2 * w
