"""You do not rescale what is kept: without the division by 1 - p the outputs are smaller in training than in evaluation, by that factor on average."""

import torch


def dropout2d(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand(x.shape[:2] + (1, 1), generator=generator) >= p
    return x * mask


def drop_path(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand(x.shape[:1] + (1,) * (x.ndim - 1), generator=generator) >= p
    return x * mask
