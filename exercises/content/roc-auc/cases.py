"""ROC AUC: without and with ties, unbalanced, all tied, separated both ways, boolean labels, a missing class."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import roc_auc as reference

arguments = {"score": exact}


def cases(rng):
    def labels(n):
        y = rng.integers(2, size=n)
        y[:2] = [0, 1]
        return rng.permutation(y)

    y = labels(20)
    yield Case("no ties", y=y, score=rng.normal(size=20) + y, sample=True)
    yield Case("many ties", y=labels(25), score=rng.integers(4, size=25) / 4.0, sample=True)
    yield Case("boolean labels", y=labels(12) == 1, score=rng.integers(3, size=12) * 0.5)
    few = rng.permutation(np.array([1, 1] + [0] * 28))
    yield Case("few positives", y=few, score=np.round(rng.normal(size=30) + few, 1))
    yield Case("all scores equal", y=labels(10), score=np.full(10, 0.25))
    ordered = np.array([0, 0, 0, 1, 1])
    yield Case("separated", y=ordered, score=np.arange(5.0))
    yield Case("separated the wrong way round", y=ordered, score=-np.arange(5.0))
    yield Case("tie across the classes", y=np.array([1, 0]), score=np.array([0.5, 0.5]))
    yield Case("no negatives", y=np.ones(4, np.int64), score=rng.normal(size=4), raises=True)
    yield Case("no positives", y=np.zeros(4, np.int64), score=rng.normal(size=4), raises=True)
