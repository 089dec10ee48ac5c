"""Max pooling: overlaps, gaps, remainders, rectangular windows, negative images with padding, ties."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import maxpool, maxpool_backward

references = {"maxpool": maxpool, "maxpool_backward": maxpool_backward}
arguments = {"k": exact, "stride": exact, "padding": exact}
outputs = {"maxpool": ("out",), "maxpool_backward": ("dx",)}


def cases(rng):
    def images(*shape, low=-1.0):
        """All values differ by at least 0.05, so that no window has a near tie."""
        values = low + 0.06 * np.arange(np.prod(shape)) + rng.uniform(0, 0.01, np.prod(shape))
        return rng.permutation(values).reshape(shape)

    def backward(x, k, stride, padding=0):
        dout = rng.normal(size=maxpool(x, k, stride, padding).shape)
        return dict(dout=dout, x=x, k=k, stride=stride, **(dict(padding=padding) if padding else {}))

    yield Case("halving", x=images(2, 3, 4, 6), k=2, stride=2, sample=True)
    yield Case("overlaps", x=images(1, 2, 5, 4), k=3, stride=1)
    yield Case("remainder", x=images(1, 2, 6, 5), k=2, stride=3)
    yield Case("rectangular window", x=images(2, 1, 4, 5), k=(2, 3), stride=1)
    yield Case("negative values, padding", x=images(1, 2, 4, 4, low=-50.0), k=3, stride=2, padding=1)
    yield Case("square", x=images(3, 3, 3, 3), k=3, stride=1, padding=1)
    name = "maxpool_backward"
    yield Case("backward, halving", **backward(images(2, 2, 2, 4), 2, 2), call=name, sample=True)
    yield Case("backward, overlaps", **backward(images(1, 2, 5, 4), 3, 1), call=name)
    yield Case("backward, gaps", **backward(images(1, 2, 6, 5), 2, 3), call=name)
    yield Case("backward, rectangular window", **backward(images(1, 2, 5, 4), (3, 2), 1), call=name)
    negative = images(1, 2, 4, 4, low=-50.0)
    yield Case("backward, negative values, padding", **backward(negative, 3, 2, 1), call=name)
    tied = rng.integers(0, 2, size=(1, 2, 4, 4)).astype(float)
    yield Case("backward, ties", **backward(tied, 2, 2), call=name, kink=True)
