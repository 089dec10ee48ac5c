"""You are one row short: there are (n - K) // stride + 1 positions."""

import numpy as np


def conv1d_matrix(k, n, stride=1):
    rows = (n - len(k)) // stride
    matrix = np.zeros((rows, n), dtype=k.dtype)
    for i in range(rows):
        start = i * stride
        matrix[i, start : start + len(k)] = k
    return matrix
