"""Flatten everything into one vector, clip it, cut it up again."""

import torch


def clip_grad_norm(grads, max_norm):
    vector = torch.cat([g.reshape(-1) for g in grads])
    norm = torch.linalg.vector_norm(vector)
    if norm > max_norm:
        vector = vector / norm * max_norm
    parts = vector.split([g.numel() for g in grads])
    return [part.reshape(g.shape) for part, g in zip(parts, grads)], norm
