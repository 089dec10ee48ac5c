"""Swish: SiLU, other steepnesses, beta 0, a single number, inputs where exp overflows."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import swish as reference

arguments = {"beta": exact}


def cases(rng):
    yield Case("SiLU", x=rng.normal(0, 2, (7, 5)), sample=True)
    yield Case("beta 2.5", x=rng.normal(0, 2, (4, 5)), beta=2.5, sample=True)
    yield Case("a random beta", x=rng.normal(0, 2, (3, 4, 2)), beta=float(rng.uniform(0.2, 0.8)))
    yield Case("beta 0", x=rng.normal(0, 2, (3, 4)), beta=0.0)
    yield Case("a single number", x=np.array(-rng.uniform(0.5, 1.5)), beta=1.5)
    yield Case("nothing at all", x=np.zeros((0, 3)))
    yield Case("a thousand", x=rng.permutation([-1e3, -750.0, 0.5, 750.0, 1e3]), extreme=True, gradient=True)
    yield Case("a thousand, beta 3", x=rng.permutation([-1e3, -300.0, 0.5, 300.0, 1e3]), beta=3.0, extreme=True, gradient=True)
