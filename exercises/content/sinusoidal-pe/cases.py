"""Sinusoidal positions: even and odd widths, one position, one column, many positions."""

from grader.cases import Case
from nnref.numpy import sinusoidal as reference

without = {"autograd": "there is nothing to differentiate"}


def cases(rng):
    yield Case("small table", T=4, d=6, sample=True)
    yield Case("odd width", T=5, d=5, sample=True)
    yield Case("one position", T=1, d=4)
    yield Case("one column", T=6, d=1)
    yield Case("many positions", T=int(rng.integers(40, 60)), d=int(rng.integers(4, 9)) * 2)
    yield Case("many positions, odd width", T=int(rng.integers(20, 30)), d=int(rng.integers(3, 8)) * 2 + 1)
