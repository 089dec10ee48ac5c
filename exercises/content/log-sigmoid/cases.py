"""Log-sigmoid: usual values, the far left, the tail on the far right, a single number."""

import numpy as np

from grader.cases import Case
from nnref.numpy import log_sigmoid as reference


def cases(rng):
    yield Case("a matrix", x=rng.normal(0, 2, (5, 4)), sample=True, strict=True)
    yield Case("three axes", x=rng.normal(0, 4, (2, 3, 4)))
    yield Case("a single number", x=np.array(-rng.uniform(0.5, 1.5)))
    yield Case("nothing at all", x=np.zeros((0, 3)))
    yield Case("sure of it", x=rng.uniform(30, 45, 6), sample=True)
    yield Case("a thousand", x=rng.permutation([-1e3, -750.0, -0.5, 750.0, 1e3]), extreme=True, gradient=True)
