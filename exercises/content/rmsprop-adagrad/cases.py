"""RMSProp and Adagrad: from rest and in motion, tiny gradients, zero gradients, other constants."""

import numpy as np

from grader.cases import Case, exact, mutable
from nnref.numpy import adagrad, rmsprop

references = {"rmsprop": rmsprop, "adagrad": adagrad}
arguments = {"w": mutable, "s": mutable, "lr": exact, "alpha": exact, "eps": exact}
outputs = ("w", "s")
without = {"autograd": "an update is not differentiated through"}


def cases(rng):
    def state(*shape, scale=1.0):
        s = rng.uniform(0.1, 1, shape) * scale**2
        return dict(w=rng.normal(size=shape), g=scale * rng.choice([-1, 1], shape) * rng.uniform(0.1, 2, shape), s=s)

    def at_rest(*shape):
        return dict(state(*shape), s=np.zeros(shape))

    nothing = dict(w=rng.normal(size=3), g=np.zeros(3), s=np.zeros(3))
    yield Case("rmsprop", **state(3, 2), lr=0.1, alpha=0.9, eps=1e-8, sample=True)
    yield Case("rmsprop, defaults", **state(4), lr=0.01)
    yield Case("rmsprop, defaults and tiny gradients", **state(3, scale=1e-7), lr=0.02)
    yield Case("rmsprop from rest", **at_rest(3), lr=0.1, alpha=0.95)
    yield Case("rmsprop, tiny gradients", **state(4, scale=1e-7), lr=0.1, alpha=0.9, eps=1e-8)
    yield Case("rmsprop, coarse epsilon", **state(2, 3), lr=0.2, alpha=0.75, eps=0.05)
    yield Case("rmsprop, no gradient", **nothing, lr=0.1, kink=True)
    yield Case("adagrad", call="adagrad", **state(2, 3), lr=0.1, eps=1e-10, sample=True)
    yield Case("adagrad from rest", call="adagrad", **at_rest(4), lr=0.5)
    yield Case("adagrad, tiny gradients", call="adagrad", **state(4, scale=1e-9), lr=0.1, eps=1e-10)
