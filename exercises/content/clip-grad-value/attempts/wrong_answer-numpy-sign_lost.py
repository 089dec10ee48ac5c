"""You limit the absolute value and lose the sign: negative gradients stay negative."""

import numpy as np


def clip_grad_value(grads, clip):
    if isinstance(grads, (list, tuple)):
        return [np.minimum(np.abs(g), clip) for g in grads]
    return np.minimum(np.abs(grads), clip)
