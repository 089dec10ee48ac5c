"""Your values are right but the graph is cut: the sum is detached, so the gradient misses the term that couples the classes."""

import torch


def softmax(x, dim=-1):
    weights = torch.exp(x - x.amax(dim, keepdim=True))
    return weights / weights.detach().sum(dim, keepdim=True)
