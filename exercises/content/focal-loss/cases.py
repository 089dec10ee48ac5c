"""Focal loss: several gammas and alphas, gamma 0, defaults, one example, two classes, sure and wrong."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import focal_loss as reference

arguments = {"gamma": exact, "alpha": exact}


def cases(rng):
    def batch(n, c):
        return dict(logits=rng.normal(0, 1.5, (n, c)), y=rng.integers(c, size=n))

    yield Case("gamma 2, alpha 0.25", **batch(5, 3), gamma=2.0, alpha=0.25, sample=True)
    yield Case("gamma 0 is cross-entropy", **batch(4, 4), gamma=0.0, alpha=1.0)
    yield Case("defaults", **batch(4, 3))
    yield Case("a gamma that is no integer", **batch(5, 4), gamma=float(rng.uniform(0.6, 1.6)), alpha=0.5)
    yield Case("one example", **batch(1, 5), gamma=3.0, alpha=2.0)
    yield Case("two classes", **batch(6, 2), gamma=1.0, alpha=0.75)
    wrong = rng.integers(4, size=3)
    sure = rng.normal(size=(3, 4)) + 1e3 * np.eye(4)[(wrong + 1) % 4]
    yield Case("sure and wrong", logits=sure, y=wrong, gamma=2.0, alpha=0.5, extreme=True)
