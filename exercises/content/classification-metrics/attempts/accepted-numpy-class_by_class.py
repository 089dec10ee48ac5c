"""True and false positives, class by class."""

import numpy as np


def ratio(a, b):
    return a / b if b else 0.0


def metrics(y, yhat, K):
    precision, recall, f1, support = [], [], [], []
    tp_all = fp_all = fn_all = 0
    for k in range(K):
        tp = int(((y == k) & (yhat == k)).sum())
        fp = int(((y != k) & (yhat == k)).sum())
        fn = int(((y == k) & (yhat != k)).sum())
        tp_all, fp_all, fn_all = tp_all + tp, fp_all + fp, fn_all + fn
        p, r = ratio(tp, tp + fp), ratio(tp, tp + fn)
        precision.append(p)
        recall.append(r)
        f1.append(ratio(2 * p * r, p + r))
        support.append(tp + fn)
    p, r = ratio(tp_all, tp_all + fp_all), ratio(tp_all, tp_all + fn_all)
    return {
        "confusion": np.bincount(K * y + yhat, minlength=K * K).reshape(K, K),
        "precision": np.array(precision),
        "recall": np.array(recall),
        "f1": np.array(f1),
        "macro_f1": sum(f1) / K,
        "micro_f1": ratio(2 * p * r, p + r),
        "weighted_f1": sum(f * s for f, s in zip(f1, support)) / len(y),
        "accuracy": float((y == yhat).mean()),
    }
