import numpy as np


def matmul(a, b):
    """Return the matrix product of `a` (N, K) and `b` (K, M), shape (N, M)."""
    raise NotImplementedError("Write matmul: entry (i, j) is the sum over k of a[i, k] * b[k, j].")
