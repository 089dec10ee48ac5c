"""Slice by slice."""

import torch


def logsumexp(x, dim=-1):
    moved = x.movedim(dim, -1)
    results = []
    for row in moved.reshape(-1, moved.shape[-1]):
        top = row.max()
        results.append(top + (row - top).exp().sum().log())
    return torch.stack(results).reshape(moved.shape[:-1])


def log_softmax(x, dim=-1):
    return x - logsumexp(x, dim).unsqueeze(dim)
