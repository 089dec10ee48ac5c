"""Weight by weight."""

import torch


def elastic_net(w, l1, l2):
    penalty = 0.0
    entries = []
    for value in w.reshape(-1):
        penalty = penalty + l1 * value.abs() + l2 * value * value / 2
        entries.append(l1 * value.sign() + l2 * value)
    return penalty, torch.stack(entries).reshape(w.shape)
