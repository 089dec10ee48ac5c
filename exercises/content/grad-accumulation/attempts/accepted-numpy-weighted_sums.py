"""Sums of losses are added up and divided once."""

import numpy as np


def accumulate(grad_fn, batches):
    total, seen = None, 0
    for batch in batches:
        grads, size = grad_fn(batch)
        weighted = [size * grad for grad in grads]
        total = weighted if total is None else [a + b for a, b in zip(total, weighted)]
        seen += size
    return [grad / seen for grad in total]
