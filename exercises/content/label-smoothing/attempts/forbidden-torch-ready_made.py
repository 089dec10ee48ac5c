"""Calls the library's own loss."""

import torch


def label_smoothing_ce(logits, y, eps=0.1):
    return torch.nn.functional.cross_entropy(logits, y, label_smoothing=eps)
