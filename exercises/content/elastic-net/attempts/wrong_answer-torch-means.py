"""You average over the weights: the penalty is a sum, so its strength per weight does not depend on how many there are."""

import torch


def elastic_net(w, l1, l2):
    penalty = l1 * w.abs().mean() + 0.5 * l2 * (w**2).mean()
    return penalty, (l1 * w.sign() + l2 * w) / w.numel()
