"""Uses the library's norms."""

import torch


def elastic_net(w, l1, l2):
    penalty = l1 * w.norm(1) + 0.5 * l2 * w.norm() ** 2
    return penalty, l1 * w.sign() + l2 * w
