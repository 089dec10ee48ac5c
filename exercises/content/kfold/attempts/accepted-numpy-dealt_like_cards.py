"""Deals shuffled rows to the folds in turn."""

import numpy as np


def kfold(n, k, rng):
    assert k <= n
    fold_of_row = rng.permutation(np.arange(n) % k)
    return [(np.flatnonzero(fold_of_row != fold), np.flatnonzero(fold_of_row == fold)) for fold in range(k)]
