"""Perceptron: exact traces on small integers, separable and not, other learning rates, one epoch, one class."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import perceptron_fit as reference

arguments = {name: exact for name in ("X", "y", "epochs", "lr")}
outputs = ("w", "b", "n_updates")
without = {"autograd": "the result is a trace of jumps, nothing is differentiated"}


def cases(rng):
    def separable(n, d):
        normal = rng.choice([-2.0, -1.0, 1.0, 3.0], d)
        offset = float(rng.choice([-1.5, 1.5]))
        X = rng.integers(-4, 5, (n, d)).astype(float)
        X[0] = 0  # a sample that only the bias can put right
        y = np.where(X @ normal + offset > 0, 1.0, -1.0)
        return dict(X=X, y=y)

    yield Case("separable", **separable(7, 2), epochs=8, kink=True, sample=True)
    yield Case("three features, lr 0.5", **separable(6, 3), epochs=6, lr=0.5, kink=True)
    yield Case("one epoch is not enough", **separable(8, 2), epochs=1, lr=2.0, kink=True)
    corners = np.array([[0.0, 0.0], [0.0, 1.0], [1.0, 0.0], [1.0, 1.0]])[rng.permutation(4)]
    xor = np.where(corners.sum(axis=1) == 1, 1.0, -1.0)
    yield Case("XOR is not separable", X=corners, y=xor, epochs=7, kink=True, sample=True)
    yield Case("one class only", X=rng.integers(1, 5, (4, 2)).astype(float), y=np.ones(4), epochs=5, kink=True)
