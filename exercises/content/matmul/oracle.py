"""PyTorch's own matrix product."""

import torch


def matmul(a, b):
    return torch.mm(a, b)
