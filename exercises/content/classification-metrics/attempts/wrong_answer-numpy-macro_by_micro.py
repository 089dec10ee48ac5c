"""You return the micro average as macro F1: the macro average is the plain mean of the classes' F1."""

import numpy as np


def metrics(y, yhat, K):
    confusion = np.bincount(K * y + yhat, minlength=K * K).reshape(K, K)
    hits, predicted, actual = np.diag(confusion), confusion.sum(axis=0), confusion.sum(axis=1)
    f1 = 2 * hits / np.maximum(predicted + actual, 1)
    accuracy = hits.sum() / len(y)
    return {
        "confusion": confusion,
        "precision": hits / np.maximum(predicted, 1),
        "recall": hits / np.maximum(actual, 1),
        "f1": f1,
        "macro_f1": accuracy,
        "micro_f1": accuracy,
        "weighted_f1": (f1 * actual).sum() / len(y),
        "accuracy": accuracy,
    }
