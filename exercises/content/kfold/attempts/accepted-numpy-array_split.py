"""Shuffle, cut, rotate."""

import numpy as np


def kfold(n, k, rng):
    if k > n:
        raise ValueError("more folds than rows")
    folds = np.array_split(rng.permutation(n), k)
    return [(np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]) for i in range(k)]
