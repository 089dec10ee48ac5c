"""GELU: both forms, usual values and both tails, a single number, the default form."""

import numpy as np

from grader.cases import Case
from nnref.numpy import gelu as reference


def cases(rng):
    yield Case("exact", x=rng.normal(0, 1.5, (4, 5)), approximate="none", sample=True)
    yield Case("tanh form", x=rng.normal(0, 1.5, (4, 5)), approximate="tanh", sample=True)
    yield Case("default is exact", x=rng.normal(0, 1, (2, 3, 2)))
    yield Case("a single number", x=np.array(-rng.uniform(0.5, 1.5)), approximate="none")
    yield Case("nothing at all", x=np.zeros((0, 3)), approximate="tanh")
    far = rng.permutation([-30.0, -9.0, -0.5, 0.5, 9.0, 30.0])
    yield Case("far out, exact", x=far, approximate="none", extreme=True, gradient=True)
    yield Case("far out, tanh form", x=far, approximate="tanh", extreme=True, gradient=True)
