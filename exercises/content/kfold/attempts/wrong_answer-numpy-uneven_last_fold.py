"""You give the whole remainder to the last fold: fold sizes may differ by at most 1."""

import numpy as np


def kfold(n, k, rng):
    if k > n:
        raise ValueError("more folds than rows")
    order, size = rng.permutation(n), n // k
    folds = [order[i * size : (i + 1) * size] for i in range(k - 1)] + [order[(k - 1) * size :]]
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]
