"""PyTorch's own SiLU, with its argument scaled."""

import torch.nn.functional as F


def swish(x, beta=1.0):
    return F.silu(beta * x) / beta if beta else x / 2
