"""You do not start from zero: what an earlier call left is added to the result; clear the gradients first."""

import numpy as np

total = []


def accumulate(grad_fn, batches):
    found = [grad_fn(batch) for batch in batches]
    n = sum(size for _, size in found)
    for grads, size in found:
        if not total:
            total.extend(np.zeros_like(grad) for grad in grads)
        for i, grad in enumerate(grads):
            if total[i].shape != grad.shape:
                total[i] = np.zeros_like(grad)
            total[i] = total[i] + grad * (size / n)
    return total
