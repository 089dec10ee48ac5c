"""Binary cross-entropy of probabilities: hard and soft labels, certainty right and wrong, a coarse clip, unequal shapes."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import binary_cross_entropy as reference

arguments = {"y": exact, "eps": exact}
TINY = 2.0**-40  # a power of two: 1 - eps is exact, so every right way of clipping gives the same number


def cases(rng):
    def hard(*shape):
        return rng.integers(2, size=shape).astype(float)

    yield Case("hard labels", p=rng.uniform(0.05, 0.95, 8), y=hard(8), sample=True)
    yield Case("soft labels", p=rng.uniform(0.05, 0.95, (2, 3)), y=rng.uniform(size=(2, 3)))
    yield Case("one example", p=rng.uniform(0.1, 0.9, 1), y=hard(1))
    sure = np.array([0.0, 1.0, 0.3, 1.0, 0.0])
    wrong = np.array([1.0, 0.0, 1.0, 1.0, 0.0])
    yield Case("certain, right and wrong", p=sure, y=wrong, eps=TINY, extreme=True, strict=True, kink=True, sample=True)
    yield Case("certain and right", p=np.array([0.0, 1.0, 0.5]), y=np.array([0.0, 1.0, 1.0]), eps=TINY, extreme=True, strict=True, kink=True)
    coarse = rng.permutation([0.004, 0.3, 0.6, 0.996])
    yield Case("a coarse clip", p=coarse, y=rng.permutation([0.25, 0.5, 0.5, 0.75]), eps=2.0**-6)
    yield Case("unequal shapes", p=rng.uniform(0.1, 0.9, (4, 1)), y=hard(4), raises=True)
