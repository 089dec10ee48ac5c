"""Backward pass of softmax under random upstream gradients: rows, square, three axes, huge logits, one class."""

from grader.cases import Case, sums_to
from nnref.numpy import softmax_backward as reference

outputs = ("dx",)


def cases(rng):
    def rows(*shape, scale=1.0):
        return dict(dout=rng.normal(size=shape), x=scale * rng.normal(size=shape))

    yield Case("rows", **rows(3, 5), sample=True)
    yield Case("square", **rows(4, 4), sample=True)
    yield Case("one vector", **rows(6))
    yield Case("three axes", **rows(2, 3, 4))
    yield Case("two classes", **rows(5, 2))
    yield Case("confident rows", **rows(4, 3, scale=3.0), extreme=True)
    yield Case("huge logits", dout=rng.normal(size=(3, 4)), x=1e3 + rng.normal(size=(3, 4)))


properties = [sums_to("dx", 0.0, over=-1)]
