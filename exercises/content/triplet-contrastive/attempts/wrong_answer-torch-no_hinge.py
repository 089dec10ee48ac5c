"""You leave out the hinge: a triplet that is satisfied has loss 0, it must not pay for another one with a negative loss."""

import torch


def triplet_loss(a, p, n, margin=1.0):
    return (torch.linalg.vector_norm(a - p, dim=1) - torch.linalg.vector_norm(a - n, dim=1) + margin).mean()


def contrastive_loss(a, b, same, margin=1.0):
    d = torch.linalg.vector_norm(a - b, dim=1)
    return (same * d**2 + (1 - same) * (margin - d) ** 2).mean() / 2
