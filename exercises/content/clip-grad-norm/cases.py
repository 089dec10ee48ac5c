"""Clipping by norm: both sides of the threshold, exactly at it, below 1, zeros, one array.

Where the factor is below 1 the norm is above a million: there max/norm and max/(norm + 1e-6) agree to the last digits that
are judged, so both conventions pass every check.
"""

import numpy as np

from grader.cases import Case, exact, mutable
from nnref.numpy import clip_grad_norm as reference

arguments = {"grads": mutable, "max_norm": exact}
outputs = ("grads", "norm")
without = {"autograd": "clipping follows the backward pass; nothing is differentiated through it"}


def cases(rng):
    def gradients(scale):
        return [scale * rng.normal(size=shape) for shape in ((3, 4), (4,), (2, 3, 2))]

    yield Case("exploded", grads=gradients(1e7), max_norm=5.0, sample=True)
    yield Case("small enough", grads=gradients(0.05), max_norm=2.5, sample=True)
    yield Case("threshold below 1", grads=gradients(1e7), max_norm=0.25)
    yield Case("small, threshold below 1", grads=gradients(0.01), max_norm=0.5)
    yield Case("one large, one small", grads=[1e7 * rng.normal(size=5), 1e-2 * rng.normal(size=(2, 2))], max_norm=1e6)
    yield Case("a single array", grads=[1e8 * rng.normal(size=(3, 3))], max_norm=1.0)
    yield Case("exactly at the threshold", grads=[np.array([3e6, 0.0]), np.array([[-4e6]])], max_norm=5e6, kink=True)
    yield Case("all zero", grads=[np.zeros((2, 3)), np.zeros(4)], max_norm=1.0, kink=True)
