"""You round the labels to 0 and 1: soft labels are allowed, use them as weights of the two terms."""

import torch


def bce_with_logits(logits, y):
    if logits.shape != y.shape:
        raise ValueError("shapes differ")
    y = (y > 0.5).to(logits.dtype)
    tail = torch.log1p(torch.exp(-logits.abs()))
    return (logits.clamp(min=0) - y * logits + tail).mean()
