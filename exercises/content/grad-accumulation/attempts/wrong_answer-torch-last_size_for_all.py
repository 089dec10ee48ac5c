"""You count every micro-batch as large as the last one: add up the sizes, since any of them may be smaller."""

import torch


def accumulate(model, loss_fn, batches):
    model.zero_grad()
    N = len(batches) * len(batches[-1][0])
    for xb, yb in batches:
        loss = loss_fn(model(xb), yb) * len(xb) / N
        loss.backward()
