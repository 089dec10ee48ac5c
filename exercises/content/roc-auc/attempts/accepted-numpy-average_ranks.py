"""Ranks, averaged within ties."""

import numpy as np


def roc_auc(y, score):
    y = np.asarray(y, dtype=bool)
    positives, negatives = int(y.sum()), int((~y).sum())
    if positives * negatives == 0:
        raise ValueError("both classes are needed")
    _, group, count = np.unique(score, return_inverse=True, return_counts=True)
    last = np.cumsum(count)
    rank = (last - (count - 1) / 2)[group]
    return (rank[y].sum() - positives * (positives + 1) / 2) / (positives * negatives)
