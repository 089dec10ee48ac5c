"""Entry by entry, stacked into rows and then into the matrix."""

import torch


def matmul(a, b):
    columns = b.unbind(1)
    return torch.stack([torch.stack([(row * column).sum() for column in columns]) for row in a])
