"""You take the mean of the means: a small micro-batch then counts as much as a large one; weight each by its number of samples."""

import torch


def accumulate(model, loss_fn, batches):
    model.zero_grad()
    for xb, yb in batches:
        (loss_fn(model(xb), yb) / len(batches)).backward()
