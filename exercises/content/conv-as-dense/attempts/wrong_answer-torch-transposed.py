"""You return the transpose: rows are outputs, so the matrix is (out, n)."""

import torch


def conv1d_matrix(k, n, stride=1):
    rows = (n - len(k)) // stride + 1
    matrix = k.new_zeros((n, rows))
    for i in range(rows):
        matrix[i * stride : i * stride + len(k), i] = k
    return matrix
