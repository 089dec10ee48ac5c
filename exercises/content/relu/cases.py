"""ReLU: away from the kink, exactly at it, all on one side, a single number, an empty array."""

import numpy as np

from grader.cases import Case
from nnref.numpy import relu as reference


def cases(rng):
    def values(*shape):
        return rng.choice([-1, 1], shape) * rng.uniform(0.05, 3, shape)  # at least 0.05 from the kink

    yield Case("a matrix", x=values(7, 5), sample=True)
    yield Case("an image", x=values(2, 3, 4, 4), sample=True)
    yield Case("all negative", x=-rng.uniform(0.05, 3, (3, 4)))
    yield Case("a single number", x=np.array(-rng.uniform(0.5, 1)))
    yield Case("nothing at all", x=np.zeros((0, 3)))
    yield Case("large", x=values(6) * 1e30)
    yield Case("exactly zero", x=np.array([0.0, -0.0, 1.0, -1.0, 0.0]), kink=True, gradient=True)
