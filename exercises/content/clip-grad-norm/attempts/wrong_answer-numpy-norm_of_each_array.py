"""You clip each array by its own norm: that changes the balance between layers; take one norm over all of them and one factor."""

import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in grads))
    return [g * min(1.0, max_norm / max(np.linalg.norm(g), 1e-300)) for g in grads], norm
