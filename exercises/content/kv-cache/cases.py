"""Decoding with a cache: the first step, a short and a longer past, equal sizes, one sequence."""

from grader.cases import Case
from nnref.numpy import decode_step as reference

outputs = ("y", "cache")


def cases(rng):
    def step(n, past, width, d):
        shapes = {"wq": (width, d), "wk": (width, d), "wv": (width, d), "wo": (d, width)}
        cache = None if past == 0 else (rng.normal(size=(n, past, d)), rng.normal(size=(n, past, d)))
        params = {name: rng.normal(size=shape) / shape[0] ** 0.5 for name, shape in shapes.items()}
        return dict(x_t=rng.normal(size=(n, width)), cache=cache, params=params)

    yield Case("first step", **step(2, 0, 4, 3), sample=True)
    yield Case("second step", **step(2, 1, 4, 3), sample=True)
    yield Case("longer past", **step(3, 6, 5, 4))
    yield Case("all sizes equal", **step(3, 3, 3, 3))
    yield Case("one sequence", **step(1, 4, 3, 5))
    yield Case("width one", **step(4, 5, 2, 1))
