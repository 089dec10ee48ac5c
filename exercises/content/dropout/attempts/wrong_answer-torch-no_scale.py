"""You do not scale the survivors: without the division by 1 - p the outputs are smaller in training than in evaluation, by that factor on average."""

import torch


def dropout(x, p, training, generator):
    if not training:
        return x.clone(), torch.ones(x.shape, dtype=torch.bool)
    mask = torch.rand(x.shape, generator=generator) >= p
    return x * mask, mask
