"""Calls the library's own loss."""

import torch


def cross_entropy(logits, y):
    return torch.nn.functional.cross_entropy(logits, y)
