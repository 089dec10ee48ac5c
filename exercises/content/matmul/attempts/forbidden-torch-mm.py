"""Uses the library's matrix product under its short name."""

import torch


def matmul(a, b):
    return a.mm(b)
