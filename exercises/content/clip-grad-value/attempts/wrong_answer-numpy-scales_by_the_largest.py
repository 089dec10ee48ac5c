"""You divide the array by its largest element: the other elements must stay as they are."""

import numpy as np


def clip_grad_value(grads, clip):
    if isinstance(grads, (list, tuple)):
        return [clip_grad_value(g, clip) for g in grads]
    return grads * min(1.0, clip / np.abs(grads).max())
