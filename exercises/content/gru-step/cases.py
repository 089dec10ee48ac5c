"""A GRU step: rectangular and equal sizes, one example, one unit, large biases of the state."""

import numpy as np

from grader.cases import Case
from nnref.numpy import gru_step as reference


def cases(rng):
    def step(n, d, h):
        return dict(
            x=rng.normal(size=(n, d)),
            h=rng.uniform(-1, 1, size=(n, h)),
            wx=rng.normal(size=(d, 3 * h)) / d**0.5,
            wh=rng.normal(size=(h, 3 * h)) / h**0.5,
            bx=0.5 * rng.normal(size=3 * h),
            bh=0.5 * rng.normal(size=3 * h),
        )

    yield Case("step", **step(3, 4, 5), sample=True)
    yield Case("equal sizes", **step(4, 4, 4), sample=True)
    yield Case("one example", **step(1, 3, 2))
    yield Case("one unit", **step(5, 2, 1))
    biased = step(3, 3, 4)
    biased["bh"] = 2.0 * biased["bh"] + 1.0
    yield Case("large biases of the state", **biased)
    yield Case("from nothing", **{**step(2, 3, 4), "h": np.zeros((2, 4))})
