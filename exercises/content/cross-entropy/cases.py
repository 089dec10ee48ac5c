"""Cross-entropy: rectangular and square batches, one example, two classes, sure and wrong, shifted rows."""

import numpy as np

from grader.cases import Case
from nnref.numpy import cross_entropy as reference


def cases(rng):
    def batch(n, c, sd=1.5):
        return dict(logits=rng.normal(0, sd, (n, c)), y=rng.integers(c, size=n))

    yield Case("a batch", **batch(5, 3), sample=True)
    yield Case("as many examples as classes", **batch(4, 4), sample=True)
    yield Case("one example", **batch(1, 5))
    yield Case("two classes", **batch(6, 2), strict=True)
    rows = rng.normal(size=(4, 3)) + rng.permutation([[-2e3], [0.0], [1e3], [2e3]])
    yield Case("shifted rows", logits=rows, y=rng.integers(3, size=4), extreme=True)
    wrong = rng.integers(4, size=3)
    sure = rng.normal(size=(3, 4)) + 1e3 * np.eye(4)[(wrong + 1) % 4]
    yield Case("sure and wrong", logits=sure, y=wrong, extreme=True)
