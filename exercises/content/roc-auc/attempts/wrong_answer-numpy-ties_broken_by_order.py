"""You break ties by the order of the rows, so the result depends on how the data are sorted: a tied pair counts one half."""

import numpy as np


def roc_auc(y, score):
    y = np.asarray(y, dtype=bool)
    positives, negatives = int(y.sum()), int((~y).sum())
    if positives * negatives == 0:
        raise ValueError("both classes are needed")
    rank = np.empty(len(y))
    rank[np.argsort(score, kind="stable")] = np.arange(1, len(y) + 1)
    return (rank[y].sum() - positives * (positives + 1) / 2) / (positives * negatives)
