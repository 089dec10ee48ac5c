"""Depthwise separable convolution: rectangular kernels, stride, padding, both forms of the weights, equal sizes."""

from grader.cases import Case, exact
from nnref.numpy import depthwise_separable as reference

arguments = {"stride": exact, "padding": exact}


def cases(rng):
    def layer(n, c, h, w, f, kh, kw, stride=1, padding=0, four_axes=False):
        wd, wp = rng.normal(size=(c, kh, kw)), rng.normal(size=(f, c))
        if four_axes:
            wd, wp = wd[:, None], wp[:, :, None, None]
        settings = {} if (stride, padding) == (1, 0) else dict(stride=stride, padding=padding)
        return dict(x=rng.normal(size=(n, c, h, w)), wd=wd, wp=wp, **settings)

    yield Case("square kernel", **layer(2, 3, 4, 5, 4, 3, 3), sample=True)
    yield Case("weights with four axes", **layer(2, 3, 5, 4, 2, 2, 3, four_axes=True), sample=True)
    yield Case("all sizes equal", **layer(3, 3, 3, 3, 3, 3, 3, padding=1))
    yield Case("stride 2, remainder", **layer(2, 2, 6, 7, 3, 3, 2, stride=2))
    yield Case("stride 3, padding 2", **layer(1, 4, 5, 6, 2, 3, 3, stride=3, padding=2))
    yield Case("one channel", **layer(2, 1, 4, 4, 3, 2, 2))
    yield Case("1 x 1 kernel", **layer(2, 3, 2, 3, 2, 1, 1))
