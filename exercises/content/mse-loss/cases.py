"""MSE: the three reductions, several shapes, and shapes that would broadcast."""

from grader.cases import Case
from nnref.numpy import mse_loss as reference


def cases(rng):
    def pair(*shape):
        return dict(pred=rng.normal(size=shape), target=rng.normal(size=shape))

    yield Case("mean over a matrix", **pair(4, 3), reduction="mean", sample=True)
    yield Case("default is the mean", **pair(2, 2, 3))
    yield Case("sum", **pair(5, 2), reduction="sum")
    yield Case("none", **pair(3, 4), reduction="none", sample=True)
    yield Case("one vector", **pair(6), reduction="mean")
    column = dict(pred=rng.normal(size=(4, 1)), target=rng.normal(size=4))
    yield Case("a column and a vector", **column, raises=True)
    yield Case("a matrix and a row", pred=rng.normal(size=(3, 2)), target=rng.normal(size=2), reduction="sum", raises=True)
