"""Transposed convolution: overlaps, gaps, rectangles, padding, output padding, both together, 1 x 1."""

from grader.cases import Case, exact
from nnref.numpy import conv_transpose2d as reference

arguments = {"stride": exact, "padding": exact, "output_padding": exact}


def cases(rng):
    def layer(n, c, h, w, f, kh, kw, stride, padding, output_padding):
        return dict(
            x=rng.normal(size=(n, c, h, w)),
            w=rng.normal(size=(c, f, kh, kw)),
            b=rng.normal(size=f),
            stride=stride,
            padding=padding,
            **(dict(output_padding=output_padding) if output_padding else {}),
        )

    yield Case("one channel", **layer(1, 1, 2, 2, 1, 2, 2, 1, 0, 0), sample=True)
    yield Case("rectangular, stride 2", **layer(2, 3, 2, 3, 2, 3, 2, 2, 0, 0), sample=True)
    yield Case("as many channels as before", **layer(2, 3, 3, 3, 3, 3, 3, 1, 0, 0))
    yield Case("padding", **layer(2, 2, 3, 2, 3, 3, 3, 1, 1, 0))
    yield Case("doubling the size", **layer(2, 2, 2, 3, 2, 4, 4, 2, 1, 0))
    yield Case("output padding", **layer(2, 2, 2, 3, 2, 3, 3, 2, 0, 1))
    yield Case("padding and output padding", **layer(1, 3, 3, 2, 2, 3, 3, 2, 1, 1))
    yield Case("stride 3, gaps", **layer(1, 2, 2, 3, 2, 2, 2, 3, 0, 2))
    yield Case("1 x 1 kernel", **layer(2, 4, 2, 3, 3, 1, 1, 1, 0, 0))
