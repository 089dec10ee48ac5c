"""One row after the other, each a moved kernel."""

import torch


def conv1d_matrix(k, n, stride=1):
    rows = (n - len(k)) // stride + 1
    matrix = k.new_zeros((rows, n))
    for i in range(rows):
        start = i * stride
        matrix[i, start : start + len(k)] = k
    return matrix
