"""Leaky ReLU: slopes 0, 0.1 and 2, the default slope, zeros of both signs, an empty array."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import leaky_relu as reference

arguments = {"negative_slope": exact}


def cases(rng):
    def values(*shape):
        return rng.choice([-1, 1], shape) * rng.uniform(0.05, 3, shape)  # at least 0.05 from the kink

    yield Case("slope 0.1", x=values(7, 5), negative_slope=0.1, sample=True)
    yield Case("default slope", x=values(4, 6), sample=True)
    yield Case("slope 0 is ReLU", x=values(3, 4, 2), negative_slope=0.0)
    yield Case("slope 2", x=values(5, 4), negative_slope=2.0)
    yield Case("a random slope", x=values(5, 3), negative_slope=float(rng.uniform(0.2, 0.8)))
    yield Case("a single number", x=np.array(-rng.uniform(0.5, 1)), negative_slope=0.3)
    yield Case("nothing at all", x=np.zeros((0, 2)), negative_slope=0.3)
    yield Case("zeros", x=np.array([0.0, -0.0, 1.0, -1.0]), negative_slope=0.1, kink=True)
