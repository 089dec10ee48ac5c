"""Label smoothing: no smoothing, two classes, many, the default, one example, huge logits."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import label_smoothing_ce as reference

arguments = {"eps": exact}


def cases(rng):
    def batch(n, k, sd=1.5):
        return dict(logits=rng.normal(0, sd, (n, k)), y=rng.integers(k, size=n))

    yield Case("eps 0.3", **batch(5, 4), eps=0.3, sample=True)
    yield Case("no smoothing", **batch(4, 3), eps=0.0)
    yield Case("two classes", **batch(6, 2), eps=0.2)
    yield Case("default eps", **batch(3, 6))
    yield Case("as many examples as classes", **batch(4, 4), eps=0.15)
    yield Case("one example", **batch(1, 5), eps=float(rng.uniform(0.1, 0.5)))
    huge = rng.choice([-1e3, 1e3], (3, 4)) + rng.normal(size=(3, 4))
    yield Case("huge logits", logits=huge, y=rng.integers(4, size=3), eps=0.1, extreme=True)
