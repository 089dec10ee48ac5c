"""Adam: first, early and late steps, tiny and zero gradients, other betas."""

import numpy as np

from grader.cases import Case, exact, mutable
from nnref.numpy import adam as reference

arguments = {"w": mutable, "m": mutable, "v": mutable, **{name: exact for name in ("t", "lr", "b1", "b2", "eps")}}
outputs = ("w", "m", "v")
without = {"autograd": "an update is not differentiated through"}


def cases(rng):
    def state(*shape, scale=1.0):
        v = rng.uniform(0.1, 1, shape) * scale**2
        return dict(w=rng.normal(size=shape), g=scale * rng.normal(size=shape), m=0.1 * scale * rng.normal(size=shape), v=v)

    first = dict(state(3, 2), m=np.zeros((3, 2)), v=np.zeros((3, 2)))
    yield Case("first step", **first, t=1, lr=0.1, sample=True)
    yield Case("fifth step", **state(4), t=5, lr=0.01, sample=True)
    yield Case("thousandth step", **state(2, 3), t=1000, lr=0.003)
    yield Case("other constants", **state(3, 3), t=3, lr=0.05, b1=0.8, b2=0.95, eps=1e-3)
    yield Case("tiny gradients", **state(5, scale=1e-7), t=2, lr=0.1)  # shows where epsilon stands
    nothing = dict(w=rng.normal(size=4), g=np.zeros(4), m=np.zeros(4), v=np.zeros(4))
    yield Case("no gradient", **nothing, t=4, lr=0.1, kink=True)
