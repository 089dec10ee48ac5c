"""You average over all positions as if the padding were text: only positions where the mask is True count."""

import torch


def masked_cross_entropy(logits, y, mask):
    return (torch.logsumexp(logits, -1) - logits.gather(-1, y[..., None])[..., 0]).mean()
