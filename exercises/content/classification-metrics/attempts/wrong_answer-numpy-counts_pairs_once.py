"""You add 1 at confusion[y, yhat] with fancy indexing, which counts repeated pairs only once: use np.add.at or bincount."""

import numpy as np


def metrics(y, yhat, K):
    confusion = np.zeros((K, K), dtype=int)
    confusion[y, yhat] += 1
    hits, predicted, actual = np.diag(confusion), confusion.sum(axis=0), confusion.sum(axis=1)
    f1 = 2 * hits / np.maximum(predicted + actual, 1)
    accuracy = hits.sum() / confusion.sum()
    return {
        "confusion": confusion,
        "precision": hits / np.maximum(predicted, 1),
        "recall": hits / np.maximum(actual, 1),
        "f1": f1,
        "macro_f1": f1.mean(),
        "micro_f1": accuracy,
        "weighted_f1": (f1 * actual).sum() / confusion.sum(),
        "accuracy": accuracy,
    }
