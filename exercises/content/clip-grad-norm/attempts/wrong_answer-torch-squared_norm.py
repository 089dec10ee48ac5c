"""You compare the sum of squares without its square root: the norm is the root of the sum of squares."""

import torch


def clip_grad_norm(grads, max_norm):
    norm = sum((g**2).sum() for g in grads)
    factor = max_norm / norm if norm > max_norm else 1.0
    return [g * factor for g in grads], norm
