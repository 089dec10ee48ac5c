"""Rotary positions: both layouts, offsets, other bases, heads, two features, one position."""

from grader.cases import Case, exact
from nnref.numpy import rope as reference

arguments = {"base": exact, "offset": exact, "interleaved": exact}


def cases(rng):
    yield Case("half-split", x=rng.normal(size=(2, 5, 6)), sample=True)
    yield Case("interleaved", x=rng.normal(size=(2, 5, 6)), base=10000.0, offset=0, interleaved=True, sample=True)
    yield Case("offset", x=rng.normal(size=(2, 3, 4)), base=10000.0, offset=7)
    yield Case("offset, interleaved", x=rng.normal(size=(2, 3, 4)), base=500.0, offset=11, interleaved=True)
    yield Case("small base", x=rng.normal(size=(4, 8)), base=10.0)
    yield Case("heads", x=rng.normal(size=(2, 3, 4, 6)))
    yield Case("as many heads as positions", x=rng.normal(size=(2, 4, 4, 4)), base=100.0)
    yield Case("two features", x=rng.normal(size=(5, 2)))
    yield Case("one position", x=rng.normal(size=(3, 1, 4)), base=10000.0, offset=5)
