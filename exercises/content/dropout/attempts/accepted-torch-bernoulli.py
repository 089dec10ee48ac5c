"""Draws from the library's Bernoulli sampler, with the scale inside the noise."""

import torch


def dropout(x, p, training, generator):
    keep = 1.0 - p if training else 1.0
    mask = torch.empty_like(x).bernoulli_(keep, generator=generator).bool()
    return torch.where(mask, x / keep, torch.zeros_like(x)), mask
