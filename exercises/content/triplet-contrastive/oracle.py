"""PyTorch's own triplet loss with a distance of one's own, and pair losses by its hinge embedding."""

import torch
import torch.nn.functional as F


def distance(a, b):
    return torch.linalg.vector_norm(a - b, dim=1)


def triplet_loss(a, p, n, margin=1.0):
    return F.triplet_margin_with_distance_loss(a, p, n, distance_function=distance, margin=margin)


def contrastive_loss(a, b, same, margin=1.0):
    gap, same = distance(a, b), same.bool()
    apart = F.hinge_embedding_loss(gap, -torch.ones_like(gap), margin=margin, reduction="none")
    return torch.where(same, gap**2, apart**2).mean() / 2
