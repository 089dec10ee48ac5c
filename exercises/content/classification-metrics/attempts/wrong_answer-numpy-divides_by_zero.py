"""You divide by the counts as they are: a class that is never predicted or never occurs gives 0/0, which is nan; such a quotient is 0 here."""

import numpy as np


def metrics(y, yhat, K):
    confusion = np.bincount(K * y + yhat, minlength=K * K).reshape(K, K)
    hits, predicted, actual = np.diag(confusion), confusion.sum(axis=0), confusion.sum(axis=1)
    precision, recall = hits / predicted, hits / actual
    f1 = 2 * precision * recall / (precision + recall)
    accuracy = hits.sum() / len(y)
    return {
        "confusion": confusion,
        "precision": precision,
        "recall": recall,
        "f1": f1,
        "macro_f1": f1.mean(),
        "micro_f1": accuracy,
        "weighted_f1": (f1 * actual).sum() / len(y),
        "accuracy": accuracy,
    }
