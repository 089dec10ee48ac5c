"""Calls the library's own loss on the selected positions."""

import torch


def masked_cross_entropy(logits, y, mask):
    if not mask.any():
        return torch.zeros((), dtype=logits.dtype)
    return torch.nn.functional.cross_entropy(logits[mask], y[mask])
