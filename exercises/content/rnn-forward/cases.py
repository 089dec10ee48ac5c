"""A recurrent layer: rectangular and square sizes, one step, one sequence, a state that is not zero, long sequences."""

import numpy as np

from grader.cases import Case
from nnref.numpy import rnn_forward as reference


def cases(rng):
    def inputs(n, t, d, h):
        return dict(
            x=rng.normal(size=(n, t, d)),
            h0=rng.uniform(-1, 1, size=(n, h)),
            wx=rng.normal(size=(d, h)) / d**0.5,
            wh=0.9 * rng.normal(size=(h, h)) / h**0.5,
            b=0.5 * rng.normal(size=h),
        )

    yield Case("short sequences", **inputs(2, 3, 4, 5), sample=True)
    yield Case("one step", **inputs(3, 1, 2, 4), sample=True)
    yield Case("all sizes equal", **inputs(3, 3, 3, 3))
    yield Case("one sequence", **inputs(1, 4, 2, 3))
    yield Case("one unit", **inputs(4, 5, 3, 1))
    yield Case("from zero", **{**inputs(2, 3, 4, 2), "h0": np.zeros((2, 2))})
    yield Case("longer sequences", **inputs(2, 7, 3, 4))
