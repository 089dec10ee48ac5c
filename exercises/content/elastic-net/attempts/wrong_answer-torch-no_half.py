"""You leave out the factor one half of the L2 term: here it is l2/2 * sum w^2 with gradient l2 * w, not 2 * l2 * w."""

import torch


def elastic_net(w, l1, l2):
    penalty = l1 * w.abs().sum() + l2 * (w**2).sum()
    return penalty, l1 * w.sign() + 2 * l2 * w
