"""Momentum: classic and Nesterov, from rest and in motion, without momentum."""

import numpy as np

from grader.cases import Case, exact, mutable
from nnref.numpy import sgd_momentum as reference

arguments = {"w": mutable, "v": mutable, "lr": exact, "momentum": exact}
outputs = ("w", "v")
without = {"autograd": "an update is not differentiated through"}


def cases(rng):
    def state(*shape):
        return dict(w=rng.normal(size=shape), g=rng.normal(size=shape), v=rng.normal(size=shape))

    yield Case("in motion", **state(3, 2), lr=0.1, momentum=0.9, sample=True)
    yield Case("in motion, Nesterov", **state(4), lr=0.05, momentum=0.8, nesterov=True, sample=True)
    yield Case("from rest", **dict(state(3), v=np.zeros(3)), lr=0.3, momentum=0.9, nesterov=False)
    yield Case("from rest, Nesterov", **dict(state(3), v=np.zeros(3)), lr=0.3, momentum=0.9, nesterov=True)
    yield Case("no momentum", **state(2, 2), lr=0.2, momentum=0.0)
    yield Case("random constants", **state(5), lr=float(rng.uniform(0.01, 1)), momentum=float(rng.uniform(0.3, 0.95)))
