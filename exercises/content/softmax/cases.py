"""Softmax: any axis, square and rectangular input, one class, huge logits, rows that are far apart."""

from grader.cases import Case, exact
from nnref.numpy import softmax as reference

arguments = {"axis": exact}


def cases(rng):
    yield Case("square", x=rng.normal(size=(4, 4)), sample=True)  # a lost keepdims raises on every other shape
    yield Case("rows", x=rng.normal(size=(3, 5)), sample=True, strict=True)
    yield Case("one vector", x=rng.normal(size=6))
    yield Case("down the columns", x=rng.normal(size=(3, 5)), axis=0, optional=True)
    yield Case("middle axis", x=rng.normal(size=(2, 3, 5)), axis=1, optional=True)
    yield Case("last of three axes", x=rng.normal(size=(2, 3, 5)), axis=-1, optional=True)
    yield Case("one class", x=rng.normal(size=(4, 1)))
    yield Case("huge logits", x=rng.choice([-1e3, 1e3], size=(3, 4)) + rng.normal(size=(3, 4)), extreme=True)
    offsets = rng.permutation([[-2e3], [0.0], [2e3]])
    yield Case("rows far apart", x=rng.normal(size=(3, 5)) + offsets, extreme=True)
