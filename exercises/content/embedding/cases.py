"""Embedding: any shape of indices, repeated and missing tokens, square tables, index zero, one token."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import embedding, embedding_backward

references = {"embedding": embedding, "embedding_backward": embedding_backward}
arguments = {"idx": exact, "V": exact}
outputs = {"embedding": ("out",), "embedding_backward": ("dw",)}


def cases(rng):
    def lookup(shape, v, d):
        return dict(idx=rng.integers(v, size=shape), w=rng.normal(size=(v, d)))

    def backward(idx, v, d):
        return dict(dout=rng.normal(size=(*idx.shape, d)), idx=idx, V=v)

    yield Case("sentences", **lookup((2, 4), 6, 3), sample=True)
    yield Case("one sentence", **lookup((5,), 4, 4))
    yield Case("square", **lookup((3, 3), 3, 3))
    yield Case("three axes", **lookup((2, 3, 2), 5, 4))
    repeated = np.array([[1, 3, 1], [1, 0, 3]])
    yield Case("repeated tokens", **backward(repeated, 5, 4), call="embedding_backward", sample=True)
    yield Case("distinct tokens", **backward(rng.permutation(6)[:4], 6, 3), call="embedding_backward")
    yield Case("one token throughout", **backward(np.full((2, 3), 2), 4, 3), call="embedding_backward")
    yield Case("token zero", **backward(np.zeros(4, dtype=np.int64), 3, 2), call="embedding_backward")
    yield Case("backward, random tokens", **backward(rng.integers(4, size=(3, 5)), 4, 4), call="embedding_backward")
