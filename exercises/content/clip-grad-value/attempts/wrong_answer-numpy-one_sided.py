"""You limit only one side: large negative elements have to be raised to -clip as well."""

import numpy as np


def clip_grad_value(grads, clip):
    if isinstance(grads, (list, tuple)):
        return [np.minimum(g, clip) for g in grads]
    return np.minimum(grads, clip)
