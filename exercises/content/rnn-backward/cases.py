"""Backpropagation through time: a gradient at every step, at the last step only, one step, equal sizes, one sequence."""

import numpy as np

from grader.cases import Case
from nnref.numpy import rnn_backward as reference

outputs = ("dx", "dh0", "dwx", "dwh", "db")


def cases(rng):
    def inputs(n, t, d, h):
        return dict(
            dh=rng.normal(size=(n, t, h)),
            x=rng.normal(size=(n, t, d)),
            h0=rng.uniform(-1, 1, size=(n, h)),
            wx=0.7 * rng.normal(size=(d, h)) / d**0.5,
            wh=0.9 * rng.normal(size=(h, h)) / h**0.5,
            b=0.3 * rng.normal(size=h),
        )

    yield Case("a gradient at every step", **inputs(2, 4, 3, 5), sample=True)
    yield Case("one step", **inputs(3, 1, 2, 4), sample=True)
    yield Case("all sizes equal", **inputs(3, 3, 3, 3))
    last = inputs(2, 5, 3, 4)
    last["dh"][:, :-1] = 0.0
    yield Case("a gradient at the last step only", **last)
    yield Case("one sequence", **inputs(1, 6, 2, 3))
    yield Case("two steps", **inputs(4, 2, 3, 2))
