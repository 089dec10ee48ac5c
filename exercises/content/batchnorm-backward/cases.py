"""Backward pass of batch normalisation: square and rectangular batches, two examples, small spread, large eps."""

from grader.cases import Case, exact, sums_to
from nnref.numpy import batchnorm_backward as reference

arguments = {"eps": exact}
outputs = ("dx", "dgamma", "dbeta")


def cases(rng):
    def batch(n, d, sd=1.0, mean=0.0, eps=1e-5):
        return dict(dout=rng.normal(size=(n, d)), x=rng.normal(mean, sd, (n, d)), gamma=rng.normal(1, 0.3, d), eps=eps)

    yield Case("batch", **batch(6, 4), sample=True)
    yield Case("square", **batch(4, 4, mean=1.0), sample=True)
    yield Case("large eps", **batch(5, 3, eps=0.5))
    yield Case("small spread", **batch(7, 3, sd=3e-3))
    yield Case("two examples", **batch(2, 3, eps=0.1))
    yield Case("one feature", **batch(8, 1))


properties = [sums_to("dx", 0.0, over=0)]
