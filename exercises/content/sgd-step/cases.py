"""A gradient step: with and without decay, vectors, matrices, a large step."""

from grader.cases import Case, exact
from nnref.numpy import sgd_step as reference

arguments = {"lr": exact, "weight_decay": exact}
without = {"autograd": "an update is not differentiated"}


def cases(rng):
    def parameter(*shape):
        return dict(w=rng.normal(size=shape), g=rng.normal(size=shape))

    yield Case("no decay", **parameter(4), lr=0.1, sample=True)
    yield Case("weight decay", **parameter(3, 5), lr=0.1, weight_decay=0.01, sample=True)
    yield Case("strong decay, large step", **parameter(4, 4), lr=0.7, weight_decay=0.4)
    yield Case("filters", **parameter(2, 3, 3, 2), lr=1e-3, weight_decay=5e-4)
