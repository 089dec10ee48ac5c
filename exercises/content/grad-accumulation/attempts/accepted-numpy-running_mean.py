"""A running mean: each batch moves it by its share of what was seen so far."""

import numpy as np


def accumulate(grad_fn, batches):
    mean, seen = None, 0
    for batch in batches:
        grads, size = grad_fn(batch)
        seen += size
        if mean is None:
            mean = [np.array(grad) for grad in grads]
        else:
            for old, grad in zip(mean, grads):
                old += (grad - old) * (size / seen)
    return mean
