"""You multiply rows of a by rows of b, which is a times b transposed: it runs on square matrices and is wrong there; take the columns of b."""

import numpy as np


def matmul(a, b):
    return (a[:, None, :] * b[None, :, :]).sum(axis=-1)
