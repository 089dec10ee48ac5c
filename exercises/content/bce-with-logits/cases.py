"""Binary cross-entropy from logits: hard and soft labels, sure and wrong, sure and right, unequal shapes."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import bce_with_logits as reference

arguments = {"y": exact}


def cases(rng):
    def hard(*shape):
        return rng.integers(2, size=shape).astype(float)

    yield Case("hard labels", logits=rng.normal(0, 2, 8), y=hard(8), sample=True)
    yield Case("soft labels", logits=rng.normal(0, 2, (3, 4)), y=rng.uniform(0.1, 0.9, (3, 4)), sample=True)
    yield Case("one example", logits=rng.normal(size=1), y=hard(1))
    signs = hard(6)
    yield Case("sure and right", logits=(2 * signs - 1) * rng.uniform(30, 45, 6), y=signs)
    far = rng.permutation([-1e3, -800.0, 800.0, 1e3])
    yield Case("sure and wrong", logits=far, y=(far < 0).astype(float), extreme=True, gradient=True)
    yield Case("sure, soft labels", logits=far, y=rng.uniform(0.1, 0.9, 4), extreme=True, gradient=True)
    yield Case("unequal shapes", logits=rng.normal(size=(4, 1)), y=hard(4), raises=True)
