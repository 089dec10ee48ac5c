"""Lets the library's loader do it."""

import torch
from torch.utils.data import DataLoader


def minibatches(X, y, batch_size, generator, drop_last=False):
    pairs = list(zip(X, y))
    return DataLoader(pairs, batch_size, shuffle=True, generator=generator, drop_last=drop_last)
