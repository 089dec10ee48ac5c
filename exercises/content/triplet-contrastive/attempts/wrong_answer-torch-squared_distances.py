"""You compare squared distances, as FaceNet does: here they are plain Euclidean distances, so take the root."""

import torch


def triplet_loss(a, p, n, margin=1.0):
    gap = ((a - p) ** 2).sum(1) - ((a - n) ** 2).sum(1)
    return torch.relu(gap + margin).mean()


def contrastive_loss(a, b, same, margin=1.0):
    d = torch.linalg.vector_norm(a - b, dim=1)
    return (same * d**2 + (1 - same) * torch.relu(margin - d) ** 2).mean() / 2
