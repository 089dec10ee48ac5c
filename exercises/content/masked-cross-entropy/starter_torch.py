import torch


def masked_cross_entropy(logits, y, mask):
    """Return the mean cross-entropy over the positions where `mask` is True, 0 if there are none."""
    raise NotImplementedError("Write masked_cross_entropy: choose the positions that count, then average.")
