"""Backward pass of the affine layer: rectangular and square sizes, one example, images, one output."""

from grader.cases import Case
from nnref.numpy import affine_backward as reference

outputs = ("dx", "dw", "db")


def cases(rng):
    def layer(outs, *shape):
        features = 1
        for size in shape[1:]:
            features *= size
        return dict(
            dout=rng.normal(size=(shape[0], outs)),
            x=rng.normal(size=shape),
            w=rng.normal(size=(features, outs)),
            b=rng.normal(size=outs),
        )

    yield Case("small batch", **layer(2, 3, 5), sample=True)
    yield Case("all sizes equal", **layer(3, 3, 3), sample=True)
    yield Case("square weight", **layer(4, 3, 4))
    yield Case("one example", **layer(3, 1, 5))
    yield Case("one feature, one output", **layer(1, 3, 1))
    yield Case("images", **layer(3, 2, 3, 1, 4))
    yield Case("sequences", **layer(4, 3, 2, 3))
