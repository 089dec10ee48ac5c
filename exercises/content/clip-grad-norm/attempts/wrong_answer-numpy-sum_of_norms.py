"""You add up the norms of the arrays: norms do not add, sum their squares and take one square root."""

import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = sum(np.linalg.norm(g) for g in grads)
    factor = max_norm / norm if norm > max_norm else 1.0
    return [g * factor for g in grads], norm
