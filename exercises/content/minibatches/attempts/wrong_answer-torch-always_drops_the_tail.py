"""You drop the short last batch even when drop_last is False: the rows left over form a batch of their own."""

import torch


def minibatches(X, y, batch_size, generator, drop_last=False):
    order = torch.randperm(len(X), generator=generator)
    for i in range(len(X) // batch_size):
        chosen = order[i * batch_size : (i + 1) * batch_size]
        yield X[chosen], y[chosen]
