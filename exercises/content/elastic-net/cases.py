"""Elastic net: both terms, each alone, weights that are exactly 0, several shapes."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import elastic_net as reference

arguments = {"l1": exact, "l2": exact}
outputs = ("penalty", "grad")


def cases(rng):
    def weights(*shape):
        return rng.choice([-1, 1], shape) * rng.uniform(0.05, 2, shape)  # at least 0.05 from the kink

    yield Case("both terms", w=weights(3, 4), l1=0.3, l2=0.1, sample=True)
    yield Case("L1 alone", w=weights(5), l1=float(rng.uniform(0.1, 1)), l2=0.0)
    yield Case("L2 alone", w=weights(2, 3), l1=0.0, l2=float(rng.uniform(0.1, 1)))
    yield Case("a filter bank", w=weights(2, 2, 1, 3), l1=0.02, l2=0.5)
    yield Case("one weight", w=weights(1), l1=0.5, l2=0.25)
    zeros = np.array([0.0, 1.5, 0.0, -0.5])
    yield Case("weights that are exactly zero", w=zeros, l1=0.3, l2=0.1, kink=True, sample=True)
