"""The sign from two comparisons, the penalty from it."""

import torch


def elastic_net(w, l1, l2):
    direction = (w > 0).to(w.dtype) - (w < 0).to(w.dtype)
    penalty = torch.sum(w * (l1 * direction + l2 / 2 * w))
    return penalty, l1 * direction + l2 * w
