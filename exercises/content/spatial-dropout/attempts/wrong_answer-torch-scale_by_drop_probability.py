"""You divide what is kept by `p`: it survives with probability 1 - p, so only x / (1 - p) keeps the mean."""

import torch


def dropout2d(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand(x.shape[:2] + (1, 1), generator=generator) >= p
    return x * mask / max(p, 1e-3)


def drop_path(x, p, training, generator):
    if not training:
        return x.clone()
    mask = torch.rand(x.shape[:1] + (1,) * (x.ndim - 1), generator=generator) >= p
    return x * mask / max(p, 1e-3)
