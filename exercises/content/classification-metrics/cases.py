"""Classification metrics: balanced and unbalanced classes, classes never predicted or never true, two classes, all right."""

import numpy as np

from grader.cases import Case
from nnref.numpy import metrics as reference

outputs = ("metrics",)


def cases(rng):
    def noisy(n, k, right=0.6):
        y = rng.integers(k, size=n)
        return dict(y=y, yhat=np.where(rng.random(n) < right, y, rng.integers(k, size=n)), K=k)

    yield Case("four classes", **noisy(40, 4), sample=True)
    rare = np.concatenate([np.zeros(30, np.int64), np.ones(6, np.int64), np.full(3, 2)])
    yield Case("unbalanced", y=rare, yhat=np.where(rng.random(39) < 0.5, rare, rng.integers(3, size=39)), K=3)
    yield Case("two classes", **noisy(25, 2))
    never_predicted = noisy(30, 4)
    never_predicted["yhat"] = np.where(never_predicted["yhat"] == 3, 1, never_predicted["yhat"])
    yield Case("a class that is never predicted", **never_predicted)
    never_true = noisy(30, 4)
    never_true["y"] = np.where(never_true["y"] == 2, 0, never_true["y"])
    yield Case("a class that never occurs", **never_true)
    yield Case("a class that is not there at all", **dict(noisy(20, 3), K=5), sample=True)
    once = dict(y=np.array([0, 0, 0, 1, 1, 2]), yhat=np.array([0, 0, 2, 1, 0, 2]))
    yield Case("predicted once, seen once", **once, K=3)
    right = rng.integers(3, size=12)
    yield Case("all right", y=right, yhat=right.copy(), K=3)
    yield Case("all wrong", y=right, yhat=(right + 1) % 3, K=3)
