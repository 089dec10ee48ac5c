"""Compares every positive with every negative."""

import numpy as np


def roc_auc(y, score):
    y = np.asarray(y, dtype=bool)
    if y.all() or not y.any():
        raise ValueError("both classes are needed")
    gaps = score[y][:, None] - score[~y]
    return ((gaps > 0) + 0.5 * (gaps == 0)).mean()
