"""A transformer block: one to three heads, one position, one sequence, equal sizes, a quiet branch."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import block as reference

arguments = {"n_heads": exact}


def cases(rng):
    def inputs(n, t, d, hidden, heads):
        squares = {name: rng.normal(size=(d, d)) / d**0.5 for name in ("wq", "wk", "wv", "wo")}
        params = {
            "ln1_g": rng.normal(1, 0.3, d),
            "ln1_b": 0.3 * rng.normal(size=d),
            **squares,
            "ln2_g": rng.normal(1, 0.3, d),
            "ln2_b": 0.3 * rng.normal(size=d),
            "w1": rng.normal(size=(d, hidden)) / d**0.5,
            "b1": 0.3 * rng.normal(size=hidden),
            "w2": rng.normal(size=(hidden, d)) / hidden**0.5,
            "b2": 0.3 * rng.normal(size=d),
        }
        return dict(x=rng.normal(size=(n, t, d)), params=params, n_heads=heads)

    yield Case("two heads", **inputs(2, 3, 4, 6, 2), sample=True)
    yield Case("one head", **inputs(2, 4, 5, 3, 1), sample=True)
    yield Case("three heads", **inputs(1, 5, 6, 8, 3))
    yield Case("all sizes equal", **inputs(4, 4, 4, 4, 2))
    yield Case("one position", **inputs(3, 1, 4, 5, 2))
    quiet = inputs(2, 3, 4, 6, 2)
    quiet["params"].update(wo=np.zeros((4, 4)), w2=np.zeros((6, 4)), b2=np.zeros(4))
    yield Case("zero weights: the identity", **quiet)
