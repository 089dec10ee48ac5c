"""You rescale to max_norm also when the norm is smaller: clipping only ever shrinks, so bound the factor by 1."""

import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in grads))
    return [g * (max_norm / max(norm, 1e-300)) for g in grads], norm
