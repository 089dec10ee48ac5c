"""Clipping by value: one array and lists, both signs, exactly at the limits, limits below 1, nothing to clip."""

import numpy as np

from grader.cases import Case, exact, mutable
from nnref.numpy import clip_grad_value as reference

arguments = {"grads": mutable, "clip": exact}
outputs = ("grads",)
without = {"autograd": "clipping follows the backward pass; nothing is differentiated through it"}


def cases(rng):
    yield Case("one array", grads=rng.normal(0, 2, (4, 5)), clip=1.0, sample=True)
    yield Case("a list", grads=[rng.normal(0, 2, shape) for shape in ((2, 3), (4,), (2, 2, 2))], clip=0.7, sample=True)
    yield Case("a list of one", grads=[rng.normal(0, 5, (3, 3))], clip=2.5)
    yield Case("small gradients stay", grads=[0.01 * rng.normal(size=6), 0.02 * rng.normal(size=(2, 2))], clip=0.5)
    yield Case("a small limit", grads=rng.normal(size=(3, 4)), clip=0.03)
    yield Case("exactly at the limits", grads=np.array([1.5, -1.5, 0.0, 1.75, -2.0]), clip=1.5, kink=True)
