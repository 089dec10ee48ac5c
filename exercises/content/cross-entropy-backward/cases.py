"""Gradient of cross-entropy: rectangular, square, one example, two classes, huge logits, all one class."""

import numpy as np

from grader.cases import Case, exact, sums_to
from nnref.numpy import cross_entropy_backward as reference

arguments = {"y": exact}
outputs = ("dlogits",)


def cases(rng):
    def batch(n, c, scale=1.0):
        return dict(logits=scale * rng.normal(size=(n, c)), y=rng.integers(c, size=n))

    yield Case("batch", **batch(4, 3), sample=True)
    yield Case("square", **batch(5, 5), sample=True)
    yield Case("one example", **batch(1, 4))
    yield Case("two classes", **batch(6, 2))
    yield Case("all one class", logits=rng.normal(size=(4, 3)), y=np.full(4, 1))
    yield Case("far from zero", logits=1e3 + rng.normal(size=(3, 4)), y=rng.integers(4, size=3))
    wild = 1e3 * rng.choice([-1.0, 1.0], size=(4, 5)) + rng.normal(size=(4, 5))
    yield Case("sure and wrong", logits=wild, y=rng.integers(5, size=4), extreme=True)


properties = [sums_to("dlogits", 0.0, over=-1)]
