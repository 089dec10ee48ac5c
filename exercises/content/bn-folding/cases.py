"""Folding: dense and convolutional layers, with and without bias, square weights, tiny variance, large eps."""

from grader.cases import Case, exact
from nnref.numpy import fold_bn as reference

arguments = {"eps": exact}
outputs = ("w", "b")


def cases(rng):
    def layer(w_shape, outs, bias=True, eps=1e-5, var=1.0):
        return dict(
            w=rng.normal(size=w_shape),
            b=rng.normal(size=outs) if bias else None,
            gamma=rng.normal(1, 0.3, outs),
            beta=rng.normal(size=outs),
            rm=rng.normal(size=outs),
            rv=var * rng.uniform(0.5, 2, outs),
            eps=eps,
        )

    yield Case("dense", **layer((4, 3), 3), sample=True)
    yield Case("filters", **layer((3, 2, 3, 2), 3), sample=True)
    yield Case("square dense", **layer((4, 4), 4, eps=0.1))
    yield Case("as many channels as filters", **layer((3, 3, 2, 2), 3, eps=1e-3))
    yield Case("all sizes equal", **layer((2, 2, 2, 2), 2))
    yield Case("dense without bias", **layer((3, 5), 5, bias=False))
    yield Case("filters without bias", **layer((4, 2, 1, 1), 4, bias=False))
    yield Case("tiny variance", **layer((3, 4), 4, var=1e-5))
