"""Gradient norms through time: small states, saturation, growth, decay, a nilpotent matrix, one step, one unit."""

import numpy as np

from grader.cases import Case
from nnref.numpy import rnn_grad_norms as reference


def cases(rng):
    def layer(t, h, scale, size=0.8):
        wh = scale * rng.normal(size=(h, h)) / h**0.5
        return dict(wh=wh, hs=rng.uniform(-size, size, size=(t, h)), dlast=rng.normal(size=h))

    def rotation(h):
        return np.linalg.qr(rng.normal(size=(h, h)))[0]

    yield Case("four steps", **layer(4, 3, 1.0), sample=True)
    yield Case("as many steps as units", **layer(5, 5, 1.0))
    yield Case("one step", **layer(1, 4, 1.0), sample=True)
    yield Case("one unit", **layer(6, 1, 1.5))
    yield Case("it explodes", **layer(12, 4, 1.0, size=0.2) | {"wh": 1.6 * rotation(4)})
    yield Case("it vanishes", **layer(12, 4, 1.0) | {"wh": 0.6 * rotation(4)})
    yield Case("saturated states", **layer(5, 4, 3.0) | {"hs": rng.choice([-1, 1], (5, 4)) * rng.uniform(0.9, 0.99, (5, 4))})
    nilpotent = np.triu(rng.uniform(1.5, 2.5, size=(5, 5)), 1)  # all eigenvalues are 0
    yield Case("no eigenvalue but 0", **layer(4, 5, 1.0, size=0.3) | {"wh": nilpotent})
