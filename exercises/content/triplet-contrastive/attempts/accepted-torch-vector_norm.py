"""The library's vector norm, whose gradient at 0 is 0."""

import torch


def triplet_loss(a, p, n, margin=1.0):
    gap = torch.linalg.vector_norm(a - p, dim=1) - torch.linalg.vector_norm(a - n, dim=1)
    return torch.relu(gap + margin).mean()


def contrastive_loss(a, b, same, margin=1.0):
    d = torch.linalg.vector_norm(a - b, dim=1)
    return 0.5 * torch.where(same == 1, d**2, torch.relu(margin - d) ** 2).mean()
