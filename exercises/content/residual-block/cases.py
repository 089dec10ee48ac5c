"""A residual block: identity and projection, equal and different widths, a branch that is zero, one example."""

import numpy as np

from grader.cases import Case
from nnref.numpy import residual_block as reference


def cases(rng):
    def block(n, d, h, m, projection=False):
        inputs = dict(
            x=rng.normal(size=(n, d)),
            w1=rng.normal(size=(d, h)) / d**0.5,
            b1=0.5 * rng.normal(size=h),
            w2=rng.normal(size=(h, m)) / h**0.5,
            b2=0.5 * rng.normal(size=m),
        )
        if projection:
            inputs["wproj"] = rng.normal(size=(d, m)) / d**0.5
        return inputs

    yield Case("identity shortcut", **block(4, 3, 5, 3), sample=True)
    yield Case("projection", **block(4, 3, 6, 5, projection=True), sample=True)
    yield Case("all sizes equal", **block(4, 4, 4, 4))
    yield Case("projection between equal widths", **block(5, 4, 3, 4, projection=True))
    yield Case("None given", **block(3, 4, 2, 4), wproj=None)
    yield Case("one example", **block(1, 5, 2, 3, projection=True))
    still = block(4, 3, 5, 3)
    still.update(w2=np.zeros((5, 3)), b2=np.zeros(3))
    yield Case("branch is zero", **still)
