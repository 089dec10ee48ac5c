"""Sign times limited size."""

import numpy as np


def clip_grad_value(grads, clip):
    if not isinstance(grads, np.ndarray):
        return [clip_grad_value(g, clip) for g in grads]
    return np.sign(grads) * np.minimum(np.abs(grads), clip)
