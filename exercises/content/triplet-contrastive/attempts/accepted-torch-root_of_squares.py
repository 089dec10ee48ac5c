"""The root of the sum of squares, guarded at zero in PyTorch."""

import torch


def distance(a, b):
    squares = ((a - b) ** 2).sum(1)
    zero = squares == 0
    return torch.where(zero, torch.ones_like(squares), squares).sqrt().masked_fill(zero, 0)


def triplet_loss(a, p, n, margin=1.0):
    return (distance(a, p) - distance(a, n) + margin).clamp(min=0).mean()


def contrastive_loss(a, b, same, margin=1.0):
    d = distance(a, b)
    return (same * d * d + (1 - same) * (margin - d).clamp(min=0) ** 2).mean() / 2
