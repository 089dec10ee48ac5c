"""Convolution: square and rectangular images and kernels, strides with and without remainder, padding, one channel."""

from grader.cases import Case, exact
from nnref.numpy import conv2d as reference

arguments = {"stride": exact, "padding": exact}


def cases(rng):
    def layer(x_shape, filters, kh, kw, stride=1, padding=0):
        return dict(
            x=rng.normal(size=x_shape),
            w=rng.normal(size=(filters, x_shape[1], kh, kw)),
            b=rng.normal(size=filters),
            **({} if (stride, padding) == (1, 0) else dict(stride=stride, padding=padding)),
        )

    yield Case("one channel, one filter", **layer((1, 1, 4, 4), 1, 3, 3), sample=True)
    yield Case("rectangular image and kernel", **layer((2, 3, 5, 4), 4, 3, 2), sample=True)
    yield Case("square kernel", **layer((2, 3, 5, 5), 3, 3, 3))
    yield Case("padding", **layer((2, 2, 3, 4), 3, 3, 3, padding=1))
    yield Case("stride 2, remainder", **layer((2, 3, 8, 7), 4, 3, 2, stride=2))
    yield Case("stride 3, padding 2", **layer((1, 2, 8, 7), 3, 3, 3, stride=3, padding=2))
    yield Case("1 x 1 kernel", **layer((2, 5, 2, 3), 4, 1, 1))
    yield Case("kernel as large as the image", **layer((3, 2, 3, 4), 5, 3, 4))
