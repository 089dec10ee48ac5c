"""You count ties as won, as rectangles under the curve do: a tie counts one half, since a group of ties is a diagonal step, whose area is a trapezoid."""

import numpy as np


def roc_auc(y, score):
    y = np.asarray(y, dtype=bool)
    if y.all() or not y.any():
        raise ValueError("both classes are needed")
    gaps = score[y][:, None] - score[~y]
    return (gaps >= 0).mean()
