"""Sorts random keys and returns a list."""

import torch


def minibatches(X, y, batch_size, generator, drop_last=False):
    order = torch.rand(len(X), generator=generator).argsort()
    batches = [batch for batch in order.split(batch_size) if len(batch) == batch_size or not drop_last]
    return [(X[batch], y[batch]) for batch in batches]
