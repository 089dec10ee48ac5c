"""Trapezoids under the curve, one per distinct threshold."""

import numpy as np


def roc_auc(y, score):
    y = np.asarray(y, dtype=bool)
    if len(set(y.tolist())) < 2:
        raise ValueError("both classes are needed")
    thresholds = np.unique(score)[::-1]
    tpr = [0.0] + [float((score[y] >= t).mean()) for t in thresholds]
    fpr = [0.0] + [float((score[~y] >= t).mean()) for t in thresholds]
    return sum((fpr[i] - fpr[i - 1]) * (tpr[i] + tpr[i - 1]) / 2 for i in range(1, len(tpr)))
