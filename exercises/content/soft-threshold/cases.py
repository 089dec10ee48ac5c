"""Soft thresholding: both signs inside and outside, exactly at the threshold, no threshold, everything inside."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import soft_threshold as reference

arguments = {"t": exact}


def cases(rng):
    def weights(shape, t):
        size = np.where(rng.random(shape) < 0.4, rng.uniform(0, 0.9 * t, shape), rng.uniform(1.1 * t, 4 * t, shape))
        return rng.choice([-1, 1], shape) * size

    yield Case("a matrix", w=weights((4, 5), 0.5), t=0.5, sample=True)
    yield Case("filters", w=weights((2, 2, 3, 2), 0.1), t=0.1)
    yield Case("all outside", w=rng.choice([-1, 1], 6) * rng.uniform(1, 3, 6), t=0.25)
    yield Case("all inside", w=rng.uniform(-0.4, 0.4, 6), t=0.5, gradient=False)
    yield Case("no threshold", w=rng.choice([-1, 1], (3, 3)) * rng.uniform(0.1, 2, (3, 3)), t=0.0)
    yield Case("exactly at the threshold", w=np.array([0.75, -0.75, 0.0, 1.75, -2.75]), t=0.75, kink=True, sample=True)
