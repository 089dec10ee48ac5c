"""Draws the dropped places and fills them with zeros."""

import torch


def dropout(x, p, training, generator):
    if not training:
        return x * 1, torch.ones(x.shape, dtype=torch.bool)
    dropped = torch.rand(x.shape, generator=generator, dtype=torch.float64) < p
    return (x / (1 - p)).masked_fill(dropped, 0), ~dropped
