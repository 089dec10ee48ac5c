"""A recurrent step and a dense layer: square and rectangular sizes, no state, no recurrence, one example."""

import numpy as np

from grader.cases import Case
from nnref.numpy import dense, rnn_step

references = {"rnn_step": rnn_step, "dense": dense}
outputs = {"rnn_step": ("h",), "dense": ("out",)}


def cases(rng):
    def step(n, d, h):
        return dict(
            x=rng.normal(size=(n, d)),
            h=rng.uniform(-1, 1, size=(n, h)),
            wx=rng.normal(size=(d, h)) / d**0.5,
            wh=rng.normal(size=(h, h)) / h**0.5,
            b=rng.normal(size=h),
        )

    def layer(n, d, h):
        return dict(x=rng.normal(size=(n, d)), w=rng.normal(size=(d, h)) / d**0.5, b=rng.normal(size=h))

    yield Case("step", **step(4, 2, 3), sample=True)
    yield Case("square sizes", **step(3, 3, 3))
    yield Case("one example", **step(1, 3, 2))
    yield Case("one unit", **step(5, 3, 1))
    yield Case("no state yet", **{**step(3, 4, 2), "h": np.zeros((3, 2))})
    yield Case("no recurrence", **{**step(2, 4, 3), "wh": np.zeros((3, 3))})
    yield Case("dense", **layer(4, 3, 5), call="dense", sample=True)
    yield Case("dense, square sizes", **layer(3, 3, 3), call="dense")
