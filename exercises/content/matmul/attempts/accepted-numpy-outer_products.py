"""A sum of outer products, one per inner index."""

import numpy as np


def matmul(a, b):
    return sum(np.outer(a[:, k], b[k]) for k in range(a.shape[1]))
