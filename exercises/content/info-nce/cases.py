"""InfoNCE: a batch, one pair, as many rows as features, warm and cold temperatures, permuted rows."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import info_nce as reference

arguments = {"temperature": exact}


def cases(rng):
    def pair(n, d):
        return dict(za=rng.normal(size=(n, d)) * rng.uniform(0.5, 3, (n, 1)), zb=rng.normal(size=(n, d)))

    yield Case("a batch", **pair(5, 3), temperature=0.5, sample=True)
    yield Case("square", **pair(4, 4), temperature=0.2)
    yield Case("warm", **pair(3, 6), temperature=5.0)
    yield Case("two pairs", **pair(2, 3), temperature=float(rng.uniform(0.1, 0.9)))
    yield Case("one pair has nothing to tell apart", **pair(1, 4), temperature=0.5, kink=True)
    yield Case("cold", **pair(4, 3), temperature=1e-3, extreme=True, gradient=True)
