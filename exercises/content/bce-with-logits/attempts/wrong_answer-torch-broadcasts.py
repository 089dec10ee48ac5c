"""You let unequal shapes broadcast: a column of logits and a vector of labels make a matrix; raise when the shapes differ."""

import torch


def bce_with_logits(logits, y):
    tail = torch.log1p(torch.exp(-logits.abs()))
    return (logits.clamp(min=0) - y * logits + tail).mean()
