"""Three loops."""

import numpy as np


def matmul(a, b):
    rows, inner_size = a.shape
    columns = b.shape[1]
    c = np.zeros((rows, columns), dtype=a.dtype)
    for i in range(rows):
        for j in range(columns):
            for k in range(inner_size):
                c[i, j] += a[i, k] * b[k, j]
    return c
