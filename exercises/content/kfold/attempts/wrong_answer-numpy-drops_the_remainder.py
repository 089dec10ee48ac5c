"""You cut folds of n // k rows and drop the rest: every row has to be validated once; let the first folds have one row more."""

import numpy as np


def kfold(n, k, rng):
    if k > n:
        raise ValueError("more folds than rows")
    order, size = rng.permutation(n), n // k
    folds = [order[i * size : (i + 1) * size] for i in range(k)]
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]
