"""You count only pairs in which the positive is strictly higher: a tie counts one half."""

import numpy as np


def roc_auc(y, score):
    y = np.asarray(y, dtype=bool)
    if y.all() or not y.any():
        raise ValueError("both classes are needed")
    return (score[y][:, None] > score[~y]).mean()
