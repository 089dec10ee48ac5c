"""You collect the result in an integer array, which cuts off the decimals of every sum: give the buffer the dtype of the arguments."""

import numpy as np


def matmul(a, b):
    c = np.zeros((a.shape[0], b.shape[1]), dtype=int)
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            c[i, j] = (a[i] * b[:, j]).sum()
    return c.astype(a.dtype)
