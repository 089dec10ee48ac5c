"""You collect the result in an integer tensor, which cuts off the decimals of every sum: give the buffer the dtype of the arguments."""

import torch


def matmul(a, b):
    c = torch.zeros(a.shape[0], b.shape[1], dtype=torch.int64)
    for i in range(a.shape[0]):
        for j in range(b.shape[1]):
            c[i, j] = (a[i] * b[:, j]).sum().long()
    return c.to(a.dtype)
