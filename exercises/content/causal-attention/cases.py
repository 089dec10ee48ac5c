"""Causal attention: several lengths, one position, square sizes, heads, large scores, a changed future."""

from grader.cases import Case
from nnref.numpy import causal_attention as reference


def cases(rng):
    def inputs(lead, t, d, dv, scale=1.0):
        return dict(
            q=scale * rng.normal(size=(*lead, t, d)),
            k=scale * rng.normal(size=(*lead, t, d)),
            v=rng.normal(size=(*lead, t, dv)),
        )

    yield Case("one sequence", **inputs((), 4, 3, 2), sample=True)
    yield Case("batch", **inputs((2,), 4, 3, 5), sample=True)
    yield Case("all sizes equal", **inputs((3,), 3, 3, 3))
    yield Case("one position", **inputs((2,), 1, 4, 3))
    yield Case("two positions", **inputs((3,), 2, 5, 1))
    yield Case("heads", **inputs((2, 3), 3, 2, 4))
    future = inputs((2,), 3, 4, 2)
    future["k"][:, -1] *= 30.0
    future["v"][:, -1] *= 1e6
    yield Case("a loud future", **future)
    yield Case("large scores", **inputs((2,), 3, 4, 2, scale=100.0), extreme=True)
