"""You flip the kernel: a convolution layer slides it as it is."""

import torch


def conv1d_matrix(k, n, stride=1):
    rows = (n - len(k)) // stride + 1
    matrix = k.new_zeros((rows, n))
    for i in range(rows):
        start = i * stride
        matrix[i, start : start + len(k)] = k.flip(0)
    return matrix
