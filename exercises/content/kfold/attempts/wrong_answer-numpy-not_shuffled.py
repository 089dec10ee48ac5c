"""You cut the rows in their original order: if the data are sorted by class, a fold holds one class only; shuffle first."""

import numpy as np


def kfold(n, k, rng):
    if k > n:
        raise ValueError("more folds than rows")
    folds = np.array_split(np.arange(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]
