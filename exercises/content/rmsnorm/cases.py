"""RMS norm: rows, square, sequences, a row of zeros, tiny values, a large mean."""

from grader.cases import Case, exact
from nnref.numpy import rmsnorm as reference

arguments = {"eps": exact}


def cases(rng):
    def rows(*shape, scale=1.0, mean=0.0):
        return dict(x=scale * (mean + rng.normal(size=shape)), gamma=rng.normal(1, 0.3, shape[-1]))

    yield Case("rows", **rows(3, 5), sample=True)
    yield Case("square", **rows(4, 4), sample=True)
    yield Case("sequences", **rows(2, 3, 4), eps=0.1)
    yield Case("all sizes equal", **rows(3, 3, 3))
    yield Case("far from zero", **rows(4, 6, mean=3.0))
    yield Case("tiny values", **rows(4, 5, scale=1e-3))
    zeros = rows(3, 4)
    zeros["x"][1] = 0.0
    yield Case("a row of zeros", **zeros, eps=1e-6)
