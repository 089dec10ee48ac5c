"""Flatten everything into one vector, clip it, cut it up again."""

import numpy as np


def clip_grad_norm(grads, max_norm):
    vector = np.concatenate([g.ravel() for g in grads])
    norm = np.sqrt(vector @ vector)
    if norm > max_norm:
        vector = vector / norm * max_norm
    parts = np.split(vector, np.cumsum([g.size for g in grads])[:-1])
    return [part.reshape(g.shape) for part, g in zip(parts, grads)], norm
