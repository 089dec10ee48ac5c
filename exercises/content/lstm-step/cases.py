"""An LSTM step: rectangular and equal sizes, one example, one unit, a kept cell, a large cell."""

import numpy as np

from grader.cases import Case
from nnref.numpy import lstm_step as reference

outputs = ("h", "c")


def cases(rng):
    def step(n, d, h):
        return dict(
            x=rng.normal(size=(n, d)),
            h=rng.uniform(-1, 1, size=(n, h)),
            c=rng.normal(size=(n, h)),
            wx=rng.normal(size=(d, 4 * h)) / d**0.5,
            wh=rng.normal(size=(h, 4 * h)) / h**0.5,
            b=0.5 * rng.normal(size=4 * h),
        )

    yield Case("step", **step(3, 4, 5), sample=True)
    yield Case("equal sizes", **step(4, 4, 4), sample=True)
    yield Case("one example", **step(1, 3, 2))
    yield Case("one unit", **step(5, 2, 1))
    kept = step(3, 2, 4)
    kept["wx"][:, :8] = kept["wh"][:, :8] = 0.0
    kept["b"][:4], kept["b"][4:8] = -20.0, 20.0
    yield Case("the cell is kept", **kept)
    large = step(3, 3, 2)
    large["c"] = 4.0 * large["c"]
    yield Case("large cell", **large)
    yield Case("from nothing", **{**step(2, 3, 4), "h": np.zeros((2, 4)), "c": np.zeros((2, 4))})
