"""You are one row short: there are (n - K) // stride + 1 positions."""

import torch


def conv1d_matrix(k, n, stride=1):
    rows = (n - len(k)) // stride
    matrix = k.new_zeros((rows, n))
    for i in range(rows):
        start = i * stride
        matrix[i, start : start + len(k)] = k
    return matrix
