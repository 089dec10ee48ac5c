"""Each probability is one over a sum of exponentials of differences."""

import torch


def softmax(x, dim=-1):
    moved = x.movedim(dim, -1)
    differences = moved.unsqueeze(-2) - moved.unsqueeze(-1)  # entry (i, j) is x_j - x_i
    return (1 / differences.clamp(max=700).exp().sum(-1)).movedim(-1, dim)
