"""Backward pass of a convolution: overlaps, gaps, remainders, padding, rectangular kernels, 1 x 1."""

from grader.cases import Case, exact
from nnref.numpy import conv2d_backward as reference

arguments = {"stride": exact, "padding": exact}
outputs = ("dx", "dw", "db")


def cases(rng):
    def layer(n, c, h, w, f, kh, kw, stride=1, padding=0):
        oh = (h + 2 * padding - kh) // stride + 1
        ow = (w + 2 * padding - kw) // stride + 1
        return dict(
            dout=rng.normal(size=(n, f, oh, ow)),
            x=rng.normal(size=(n, c, h, w)),
            w=rng.normal(size=(f, c, kh, kw)),
            b=rng.normal(size=f),
            **({} if (stride, padding) == (1, 0) else dict(stride=stride, padding=padding)),
        )

    yield Case("one channel, one filter", **layer(1, 1, 4, 4, 1, 3, 3), sample=True)
    yield Case("rectangular", **layer(2, 2, 5, 4, 3, 3, 2), sample=True)
    yield Case("square kernel, overlaps", **layer(2, 3, 4, 4, 3, 3, 3))
    yield Case("padding", **layer(2, 2, 4, 3, 2, 3, 3, padding=1))
    yield Case("stride 2, remainder", **layer(2, 2, 6, 5, 3, 3, 2, stride=2))
    yield Case("stride 3, gaps", **layer(1, 2, 7, 8, 2, 2, 2, stride=3))
    yield Case("stride 2, padding 1", **layer(2, 2, 5, 6, 2, 3, 3, stride=2, padding=1))
    yield Case("1 x 1 kernel", **layer(2, 4, 3, 2, 3, 1, 1))
