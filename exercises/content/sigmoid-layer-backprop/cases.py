"""A sigmoid layer's cost and gradients: several outputs, one output, one example, soft targets."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import sigmoid_layer_loss_grad as reference

arguments = {"y": exact}
outputs = ("cost", "dw", "db")


def cases(rng):
    def layer(n, d, m, soft=False):
        targets = rng.random((n, m))
        return dict(
            x=rng.normal(size=(n, d)),
            w=rng.normal(size=(d, m)) / d**0.5,
            b=rng.normal(size=m),
            y=targets if soft else np.round(targets),
        )

    yield Case("several outputs", **layer(5, 4, 3), sample=True)
    yield Case("one output", **layer(6, 3, 1), sample=True)
    yield Case("square", **layer(4, 4, 4))
    yield Case("one example", **layer(1, 3, 2))
    yield Case("soft targets", **layer(5, 2, 4, soft=True))
