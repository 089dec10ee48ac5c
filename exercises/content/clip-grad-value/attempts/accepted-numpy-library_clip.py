"""The library's clip, array by array."""

import numpy as np


def clip_grad_value(grads, clip):
    if isinstance(grads, (list, tuple)):
        return [np.clip(g, -clip, clip) for g in grads]
    return np.clip(grads, -clip, clip)
