"""Your confusion matrix has predicted classes as rows: here rows are the true classes."""

import numpy as np


def metrics(y, yhat, K):
    confusion = np.bincount(K * y + yhat, minlength=K * K).reshape(K, K)
    hits, predicted, actual = np.diag(confusion), confusion.sum(axis=0), confusion.sum(axis=1)
    f1 = 2 * hits / np.maximum(predicted + actual, 1)
    accuracy = hits.sum() / len(y)
    return {
        "confusion": confusion.T,
        "precision": hits / np.maximum(predicted, 1),
        "recall": hits / np.maximum(actual, 1),
        "f1": f1,
        "macro_f1": f1.mean(),
        "micro_f1": accuracy,
        "weighted_f1": (f1 * actual).sum() / len(y),
        "accuracy": accuracy,
    }
