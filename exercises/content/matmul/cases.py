"""Matrix product: square first (transposes pass silently there), rectangular, row times column, column times row."""

from grader.cases import Case
from nnref.numpy import matmul as reference


def cases(rng):
    def pair(n, k, m):
        return dict(a=rng.normal(size=(n, k)), b=rng.normal(size=(k, m)))

    yield Case("square", **pair(3, 3, 3), sample=True)
    yield Case("rectangular", **pair(4, 6, 3), sample=True)
    yield Case("row times column", **pair(1, 7, 1))
    yield Case("column times row", **pair(5, 1, 4))
    yield Case("one by one", **pair(1, 1, 1))
    yield Case("small numbers", a=rng.uniform(0.1, 0.9, (3, 5)), b=rng.uniform(0.1, 0.9, (5, 2)))
