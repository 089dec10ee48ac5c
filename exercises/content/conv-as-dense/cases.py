"""A convolution's matrix: several kernels and strides, remainders, one row, a kernel of one number."""

from grader.cases import Case, exact
from nnref.numpy import conv1d_matrix as reference

arguments = {"n": exact, "stride": exact}


def cases(rng):
    yield Case("three weights", k=rng.normal(size=3), n=6, sample=True)
    yield Case("stride 2", k=rng.normal(size=3), n=7, stride=2, sample=True)
    yield Case("stride 2, remainder", k=rng.normal(size=3), n=8, stride=2)
    yield Case("stride 3, remainder", k=rng.normal(size=2), n=9, stride=3)
    yield Case("one row", k=rng.normal(size=4), n=4)
    yield Case("one weight", k=rng.normal(size=1), n=4)
    yield Case("stride beyond the kernel", k=rng.normal(size=2), n=10, stride=4)
