"""Sigmoid: usual values, both tails, values where exp overflows, a single number, an empty array."""

import numpy as np

from grader.cases import Case
from nnref.numpy import sigmoid as reference


def cases(rng):
    yield Case("a matrix", x=rng.normal(0, 2, (7, 5)), sample=True)
    yield Case("one batch of features", x=rng.normal(0, 4, (2, 3, 4)), sample=True)
    yield Case("a single number", x=np.array(rng.uniform(0.5, 1.5)))
    yield Case("nothing at all", x=np.zeros((0, 3)))
    yield Case("forty", x=rng.permutation([-40.0, -35.0, 0.5, 35.0, 40.0]), extreme=True, strict=True, gradient=True)
    yield Case("a thousand", x=rng.permutation([-1e3, -800.0, 0.25, 800.0, 1e3]), extreme=True, gradient=True)
