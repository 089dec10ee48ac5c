"""Triplet and contrastive loss: active and inactive hinges, other margins, one row, coinciding points."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import contrastive_loss, triplet_loss

references = {"triplet_loss": triplet_loss, "contrastive_loss": contrastive_loss}
arguments = {"margin": exact}


def cases(rng):
    def points(n, d, spread=1.0):
        return rng.normal(0, spread, (n, d))

    yield Case("triplets", a=points(6, 3), p=points(6, 3), n=points(6, 3), margin=0.5, sample=True)
    yield Case("triplets, default margin", a=points(4, 2), p=points(4, 2), n=points(4, 2))
    near = points(4, 3)
    easy = dict(a=near, p=near + 0.1 * points(4, 3), n=near + 5 + points(4, 3))
    easy["n"][0] = near[0] + 0.3  # one row is still inside the margin
    yield Case("mostly satisfied", **easy, margin=1.0)
    yield Case("one triplet", a=points(1, 4), p=points(1, 4) + 3, n=points(1, 4), margin=2.0)
    same_point = points(3, 2)
    yield Case("anchor equals positive", a=same_point, p=same_point.copy(), n=same_point + 0.4, margin=1.0, kink=True, gradient=True)
    labels = rng.permutation([1, 0, 1, 0, 0])
    yield Case("pairs", call="contrastive_loss", a=points(5, 3), b=points(5, 3), same=labels, margin=4.0, sample=True)
    yield Case("pairs, default margin", call="contrastive_loss", a=points(5, 2, 0.4), b=points(5, 2, 0.4), same=labels)
    far = points(4, 3)
    yield Case("different pairs far apart", call="contrastive_loss", a=far, b=far + 2 + points(4, 3, 0.1), same=np.array([0, 1, 0, 0]))
    yield Case(
        "pairs that coincide", call="contrastive_loss", a=same_point, b=same_point.copy(), same=np.array([1, 0, 1]),
        margin=1.5, kink=True, gradient=True,
    )
