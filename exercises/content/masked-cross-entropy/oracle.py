"""PyTorch's own cross-entropy with labels to be ignored."""

import torch.nn.functional as F


def masked_cross_entropy(logits, y, mask):
    if not mask.any():
        return (logits * 0).sum()
    logits, y = logits.masked_fill(~mask[..., None], 0), y.where(mask, -100)
    return F.cross_entropy(logits.flatten(0, 1), y.flatten(), ignore_index=-100)
