"""You leave out the factor one half of the contrastive loss."""

import torch


def triplet_loss(a, p, n, margin=1.0):
    gap = torch.linalg.vector_norm(a - p, dim=1) - torch.linalg.vector_norm(a - n, dim=1)
    return torch.relu(gap + margin).mean()


def contrastive_loss(a, b, same, margin=1.0):
    d = torch.linalg.vector_norm(a - b, dim=1)
    return (same * d**2 + (1 - same) * torch.relu(margin - d) ** 2).mean()
