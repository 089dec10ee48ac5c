"""Filters of logits: each alone, all together, ties at the k-th, k beyond the vocabulary, p = 1, a sure token."""

import numpy as np

from grader.cases import Case, exact
from nnref.numpy import filter_logits as reference

arguments = {"temperature": exact, "top_k": exact, "top_p": exact}


def cases(rng):
    def rows(n, v, spread=2.0):
        return spread * rng.normal(size=(n, v))

    x = rows(2, 6)
    yield Case("temperature", **given(x, 0.7), sample=True)
    yield Case("top-k", **given(rows(3, 7), top_k=3))
    x = rows(3, 8)
    yield Case("top-p", **given(x, top_p=clear(x, 0.5, 0.9)), sample=True)
    x = rows(4, 9)
    yield Case("all three", **given(x, 1.8, 5, clear(kth(x / 1.8, 5), 0.6, 0.95)))
    x = rows(4, 4)
    yield Case("cool, then top-p", **given(x, 0.4, top_p=clear(x / 0.4, 0.7, 0.97)))
    x = rows(4, 12, 0.8)
    yield Case("hot, then top-p", **given(x, 3.0, top_p=clear(x / 3.0, 0.6, 0.9)))
    x = rows(3, 12, 0.5)
    yield Case("top-p of what top-k left", **given(x, top_k=4, top_p=clear(kth(x, 4), 0.5, 0.8)))
    ties = np.array([rng.permutation([3.0, 1.0, 1.0, 1.0, -2.0]), rng.permutation([2.0, 2.0, 1.0, 0.0, 0.0])])
    yield Case("ties of the k-th", **given(ties, top_k=2), kink=True)
    yield Case("k beyond the vocabulary", **given(rows(2, 4), top_k=10))
    yield Case("p = 1 keeps all", **given(rows(2, 5) - np.array([0, 0, 0, 50, 90]), top_p=1.0))
    x = 2.0 * rng.normal(size=(2, 3, 7))
    yield Case("three axes", **given(x, top_k=6, top_p=clear(kth(x, 6), 0.6, 0.95)))
    yield Case("a tiny p keeps one token", **given(rows(3, 6), top_p=1e-4))
    yield Case("one token", **given(rows(3, 6), 1.5, top_k=1))
    yield Case("a vector", **given(3.0 * rng.normal(size=7), 2.0, 4))
    yield Case("nothing to do", **given(rows(2, 3)))


def given(logits, temperature=None, top_k=None, top_p=None):
    return dict(logits=logits, temperature=temperature, top_k=top_k, top_p=top_p)


def kth(z, k):
    """Return logits without what top-k removes."""
    return np.where(z >= np.sort(z, axis=-1)[..., -k, None], z, -np.inf)


def clear(z, low, high):
    """Return a threshold far from all cumulative probabilities, so that rounding decides nothing."""
    falling = -np.sort(-z, axis=-1)
    weights = np.exp(falling - falling[..., :1])
    reached = np.cumsum(weights / weights.sum(axis=-1, keepdims=True), axis=-1).ravel()
    candidates = np.linspace(low, high, 200)
    distances = np.abs(candidates[:, None] - reached).min(axis=1)
    return float(candidates[distances.argmax()])
