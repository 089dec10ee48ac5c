"""tanh: usual values, both signs in equal parts, saturation, inputs where exp overflows, exactly 0, a single number."""

import numpy as np

from grader.cases import Case
from nnref.numpy import tanh as reference


def cases(rng):
    yield Case("a matrix", x=rng.normal(0, 1.5, (7, 5)), sample=True)
    half = rng.uniform(0.2, 3, 4)
    yield Case("mirrored values", x=np.concatenate([half, -half]), sample=True)
    yield Case("three axes", x=rng.normal(size=(2, 3, 4)))
    yield Case("a single number", x=np.array(-rng.uniform(0.5, 1.5)))
    yield Case("nothing at all", x=np.zeros((0, 3)))
    yield Case("saturated", x=rng.permutation([-40.0, -19.0, 0.5, 19.0, 40.0]), extreme=True, gradient=True)
    yield Case("a thousand", x=rng.permutation([-1e3, -720.0, 0.25, 720.0, 1e3]), extreme=True, gradient=True)
    yield Case("around zero", x=np.array([-0.5, 0.0, 0.5]), gradient=True)
