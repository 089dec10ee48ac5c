"""Element by element."""

import torch


def binary_cross_entropy(p, y, eps=1e-12):
    if p.shape != y.shape:
        raise ValueError("shapes differ")
    losses = []
    for probability, label in zip(p.reshape(-1), y.reshape(-1)):
        probability = probability.clamp(eps, 1 - eps)
        losses.append(-(label * probability.log() + (1 - label) * torch.log1p(-probability)))
    return torch.stack(losses).mean()
