"""You return the transpose: rows are outputs, so the matrix is (out, n)."""

import numpy as np


def conv1d_matrix(k, n, stride=1):
    rows = (n - len(k)) // stride + 1
    matrix = np.zeros((n, rows), dtype=k.dtype)
    for i in range(rows):
        matrix[i * stride : i * stride + len(k), i] = k
    return matrix
