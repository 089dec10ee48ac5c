"""You do not start from zero: what an earlier call left is added to the result; clear the gradients first."""

import torch


def accumulate(model, loss_fn, batches):
    n = sum(len(xb) for xb, _ in batches)
    for xb, yb in batches:
        (loss_fn(model(xb), yb) * (len(xb) / n)).backward()
