"""You multiply rows of a by rows of b, which is a times b transposed: it runs on square matrices and is wrong there; take the columns of b."""

import torch


def matmul(a, b):
    return (a[:, None, :] * b[None, :, :]).sum(-1)
