"""Moving average of weights: with and without correction, first and late steps, no memory, a fixed point."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import ema_update as reference

arguments = {"decay": exact, "step": exact}
outputs = ("state", "value")


def cases(rng):
    def pair(*shape):
        return dict(ema=rng.normal(size=shape), w=rng.normal(size=shape))

    yield Case("without correction", **pair(3, 2), decay=0.9, sample=True)
    yield Case("first step from zero", ema=np.zeros((2, 3)), w=rng.normal(size=(2, 3)), decay=0.99, step=1, sample=True)
    yield Case("fifth step", **pair(4), decay=0.95, step=5)
    yield Case("late step", **pair(3), decay=0.9, step=400)
    yield Case("step None", **pair(2, 2), decay=0.7, step=None)
    yield Case("no memory", **pair(3), decay=0.0, step=2)
    fixed = rng.normal(size=4)
    yield Case("fixed point", ema=fixed, w=fixed.copy(), decay=0.98)
