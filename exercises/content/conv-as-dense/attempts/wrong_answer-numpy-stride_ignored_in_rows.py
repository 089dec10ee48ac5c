"""Your rows move one place at a time: row i starts at i * stride."""

import numpy as np


def conv1d_matrix(k, n, stride=1):
    rows = (n - len(k)) // stride + 1
    matrix = np.zeros((rows, n), dtype=k.dtype)
    for i in range(rows):
        start = i
        matrix[i, start : start + len(k)] = k
    return matrix
