"""Row by row."""

import torch


def triplet_loss(a, p, n, margin=1.0):
    losses = [torch.relu((x - y).norm() - (x - z).norm() + margin) for x, y, z in zip(a, p, n)]
    return torch.stack(losses).mean()


def contrastive_loss(a, b, same, margin=1.0):
    losses = []
    for x, y, label in zip(a, b, same):
        d = (x - y).norm()
        losses.append(d**2 if label else torch.relu(margin - d) ** 2)
    return torch.stack(losses).mean() / 2
