"""You exponentiate the raw logits: above about 709 exp overflows to inf; subtract each row's maximum before you exponentiate."""

import torch


def cross_entropy(logits, y):
    return (logits.exp().sum(1).log() - logits[torch.arange(len(y)), y]).mean()
