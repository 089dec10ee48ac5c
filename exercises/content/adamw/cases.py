"""AdamW: early and late steps, strong and no decay, tiny gradients, no gradient at all."""

import numpy as np

from grader.cases import Case, exact, mutable
from nnref.numpy import adamw as reference

constants = ("t", "lr", "b1", "b2", "eps", "weight_decay")
arguments = {"w": mutable, "m": mutable, "v": mutable, **dict.fromkeys(constants, exact)}
outputs = ("w", "m", "v")
without = {"autograd": "an update is not differentiated through"}


def cases(rng):
    def state(*shape, scale=1.0):
        v = rng.uniform(0.1, 1, shape) * scale**2
        return dict(w=rng.normal(size=shape), g=scale * rng.normal(size=shape), m=0.1 * scale * rng.normal(size=shape), v=v)

    def settings(t, lr, weight_decay):
        return dict(t=t, lr=lr, b1=0.9, b2=0.999, eps=1e-8, weight_decay=weight_decay)

    first = dict(state(3, 2), m=np.zeros((3, 2)), v=np.zeros((3, 2)))
    yield Case("first step", **first, **settings(1, 0.1, 0.1), sample=True)
    yield Case("fifth step", **state(4), **settings(5, 0.05, 0.5), sample=True)
    yield Case("no decay is Adam", **state(2, 3), **settings(20, 0.01, 0.0))
    yield Case("tiny gradients", **state(5, scale=1e-7), **settings(2, 0.1, 0.2))
    yield Case("default constants", **state(3, scale=1e-7), t=3, lr=0.2)
    nothing = dict(w=rng.normal(size=4), g=np.zeros(4), m=np.zeros(4), v=np.zeros(4))
    yield Case("no gradient, only decay", **nothing, **settings(4, 0.1, 0.3), kink=True)
