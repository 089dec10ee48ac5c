"""Products of matrices with the bias as an extra row."""

import functools

import numpy as np


def extended(w, b):
    top = np.concatenate([w, np.zeros((w.shape[0], 1), dtype=w.dtype)], axis=1)
    bottom = np.concatenate([b, np.ones(1, dtype=b.dtype)])[None, :]
    return np.concatenate([top, bottom])


def collapse_linear(weights, biases):
    product = functools.reduce(np.matmul, map(extended, weights, biases))
    return product[:-1, :-1], product[-1, :-1]
