"""Every k-th row of the shuffled order."""

import numpy as np


def kfold(n, k, rng):
    if n < k:
        raise ValueError("more folds than rows")
    order = rng.permutation(n)
    pairs = []
    for fold in range(k):
        held_out = np.zeros(n, dtype=bool)
        held_out[order[fold::k]] = True
        pairs.append((np.where(~held_out)[0], np.where(held_out)[0]))
    return pairs
