"""You give zeros the sign +1, so the penalty pushes weights away from 0 that are already there: take the subgradient 0 at 0."""

import torch


def elastic_net(w, l1, l2):
    penalty = l1 * w.abs().sum() + 0.5 * l2 * (w**2).sum()
    return penalty, l1 * (2 * (w >= 0).to(w.dtype) - 1) + l2 * w
