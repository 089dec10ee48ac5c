"""Multi-head attention: one to four heads, one sequence, one position, masks of both shapes, square sizes."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import mha as reference

arguments = {"n_heads": exact, "mask": exact}


def cases(rng):
    def inputs(n, t, d, heads):
        weights = {name: rng.normal(size=(d, d)) / d**0.5 for name in ("wq", "wk", "wv", "wo")}
        return dict(x=rng.normal(size=(n, t, d)), **weights, n_heads=heads)

    def mask(*shape):
        return (rng.random(shape) < 0.5) | np.eye(shape[-1], dtype=bool)

    yield Case("two heads", **inputs(2, 3, 4, 2), sample=True)
    yield Case("one head", **inputs(2, 5, 3, 1), sample=True)
    yield Case("three heads", **inputs(2, 5, 6, 3))
    yield Case("a head for each column", **inputs(1, 4, 4, 4))
    yield Case("as many heads as positions", **inputs(2, 2, 6, 2))
    yield Case("one position", **inputs(3, 1, 6, 2))
    yield Case("causal", **inputs(2, 4, 6, 2), mask=np.tril(np.ones((4, 4), dtype=bool)))
    yield Case("a mask for each sequence", **inputs(3, 4, 6, 3), mask=mask(3, 4, 4))
    yield Case("as many sequences as heads, masked", **inputs(2, 4, 4, 2), mask=mask(2, 4, 4))
