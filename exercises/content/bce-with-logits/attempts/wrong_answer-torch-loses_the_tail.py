"""You form 1 + exp(-|z|) before the logarithm: when the model is sure and right that rounds to 1 and the loss to 0; use log1p."""

import torch


def bce_with_logits(logits, y):
    if logits.shape != y.shape:
        raise ValueError("shapes differ")
    tail = torch.log(1 + torch.exp(-logits.abs()))
    return (logits.clamp(min=0) - y * logits + tail).mean()
