"""Lets the library do the part that matters."""

import torch


def cross_entropy(logits, y):
    return -torch.log_softmax(logits, 1)[torch.arange(len(y)), y].mean()
