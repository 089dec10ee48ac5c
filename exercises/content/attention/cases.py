"""Attention: T and S differ, dv and d differ, masks of both shapes, square sizes, large scores, heads."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import attention as reference

arguments = {"mask": exact}


def cases(rng):
    def inputs(lead, t, s, d, dv, scale=1.0):
        return dict(
            q=scale * rng.normal(size=(*lead, t, d)),
            k=scale * rng.normal(size=(*lead, s, d)),
            v=rng.normal(size=(*lead, s, dv)),
        )

    def mask(*shape):
        allowed = rng.random(shape) < 0.6
        allowed[..., -1] = False  # a key that nobody sees
        allowed[..., 0] |= ~allowed.any(axis=-1)
        return allowed

    yield Case("one sequence", **inputs((), 3, 5, 4, 2), sample=True)
    yield Case("batch", **inputs((2,), 3, 4, 3, 6), sample=True)
    yield Case("all sizes equal", **inputs((2,), 2, 2, 2, 2))
    yield Case("one query", **inputs((2,), 1, 4, 5, 3))
    yield Case("one key", **inputs((2,), 2, 1, 4, 2))
    yield Case("shared mask", **inputs((2,), 3, 5, 3, 6), mask=mask(3, 5))
    yield Case("a mask for each sequence", **inputs((2,), 3, 4, 2, 5), mask=mask(2, 3, 4))
    yield Case("heads", **inputs((2, 3), 2, 2, 2, 3), mask=np.tril(np.ones((2, 2), dtype=bool)))
    large = inputs((), 3, 4, 3, 2, scale=200.0)
    yield Case("large scores", **large, extreme=True)
    far = inputs((2,), 2, 4, 4, 2)
    far["k"] = far["k"] + 100.0 * np.sign(far["q"].sum(axis=1, keepdims=True))
    yield Case("large scores under a mask", **far, mask=mask(2, 4), extreme=True)
