"""Writes into the given arrays."""

import numpy as np


def clip_grad_value(grads, clip):
    for g in grads if isinstance(grads, list) else [grads]:
        g[g > clip] = clip
        g[g < -clip] = -clip
    return grads
