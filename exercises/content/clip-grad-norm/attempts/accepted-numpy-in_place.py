"""PyTorch's convention with 1e-6, written into the given arrays."""

import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = float(np.linalg.norm([np.linalg.norm(g) for g in grads]))
    factor = min(1.0, max_norm / (norm + 1e-6))
    for g in grads:
        g *= factor
    return grads, norm
