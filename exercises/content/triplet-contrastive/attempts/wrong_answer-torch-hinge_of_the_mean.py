"""You average first and cut at 0 afterwards: a triplet that is far enough apart then pays for another one; cut each triplet's loss at 0, then average."""

import torch


def dist(u, v):
    return torch.norm(u - v, dim=1)


def triplet_loss(a, p, n, margin=1.0):
    return torch.relu((dist(a, p) - dist(a, n) + margin).mean())


def contrastive_loss(a, b, same, margin=1.0):
    d = dist(a, b)
    loss = same * d**2 + (1 - same) * torch.relu(margin - d) ** 2
    return loss.mean() / 2
