"""You clip every element to [-max_norm, max_norm]: that bends the direction of the step; scale all gradients by one common factor."""

import numpy as np


def clip_grad_norm(grads, max_norm):
    norm = np.sqrt(sum((g**2).sum() for g in grads))
    return [np.clip(g, -max_norm, max_norm) for g in grads], norm
