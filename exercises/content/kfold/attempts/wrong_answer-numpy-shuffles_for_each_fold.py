"""You shuffle again for every fold: some rows are then validated twice and some never; shuffle once and cut."""

import numpy as np


def kfold(n, k, rng):
    if k > n:
        raise ValueError("more folds than rows")
    pairs = []
    for i in range(k):
        folds = np.array_split(rng.permutation(n), k)
        pairs.append((np.concatenate(folds[:i] + folds[i + 1 :]), folds[i]))
    return pairs
