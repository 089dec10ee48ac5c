"""You multiply element by element: `a * b` is the Hadamard product, a matrix product sums over the inner index."""

import numpy as np


def matmul(a, b):
    return a * b
