"""Threshold units: other thresholds, values exactly at them, integers, zeros of both signs."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import sign, step

references = {"step": step, "sign": sign}
arguments = {"threshold": exact}
without = {"autograd": "the derivative is 0 wherever there is one"}


def cases(rng):
    def values(*shape):
        return rng.choice([-1, 1], shape) * rng.uniform(0.05, 3, shape)

    yield Case("step of a matrix", x=values(4, 5), sample=True)
    yield Case("another threshold", x=0.75 + values(3, 4), threshold=0.75)
    yield Case("exactly at the threshold", x=np.array([0.0, -0.0, 1.0, -1.0]), kink=True)
    yield Case("exactly at another threshold", x=np.array([1.5, 1.25, 2.0]), threshold=1.5, kink=True, sample=True)
    yield Case("step of integers", x=rng.permutation(np.arange(-2, 3)), kink=True)
    yield Case("sign of a matrix", call="sign", x=values(5, 3), sample=True)
    yield Case("sign of zeros", call="sign", x=np.array([0.0, -0.0, 2.0, -2.0]), kink=True)
    yield Case("sign of integers", call="sign", x=rng.permutation(np.arange(-2, 3)), kink=True)
    yield Case("nothing at all", x=np.zeros((0, 2)))
