"""Masked cross-entropy: ragged lengths, nothing masked, everything masked, garbage in the padding, huge logits."""

import numpy as np

from grader.cases import Case
from nnref.numpy import masked_cross_entropy as reference


def cases(rng):
    def batch(n, t, v, lengths):
        mask = np.arange(t) < np.array(lengths)[:, None]
        return dict(logits=rng.normal(0, 1.5, (n, t, v)), y=rng.integers(v, size=(n, t)), mask=mask)

    yield Case("ragged sequences", **batch(3, 4, 5, [4, 2, 1]), sample=True)
    yield Case("square", **batch(3, 3, 3, [3, 1, 2]))
    yield Case("nothing is masked", **batch(2, 3, 4, [3, 3]))
    yield Case("one position counts", **batch(2, 4, 3, [1, 0]))
    holes = batch(2, 4, 3, [4, 4])
    holes["mask"] = np.array([[True, False, True, False], [False, True, True, True]])
    yield Case("holes in the middle", **holes)
    spoiled = batch(2, 3, 4, [2, 1])
    spoiled["logits"][~spoiled["mask"]] = rng.permutation([-np.inf, np.nan, -np.inf])[:, None]
    yield Case("garbage in the padding", **spoiled, extreme=True, sample=True)
    huge = batch(2, 3, 4, [3, 2])
    huge["logits"] = huge["logits"] + 1e3 * rng.choice([-1, 1], (2, 3, 1))
    yield Case("huge logits", **huge, extreme=True)
    yield Case("nothing counts", **batch(2, 2, 3, [0, 0]), kink=True)
