"""You detach the input from the graph: the values are right, but no gradient reaches `x` through `.detach()`."""

import torch


def dropout2d(x, p, training, generator):
    if not training:
        return x.detach().clone()
    mask = torch.rand(x.shape[:2] + (1, 1), generator=generator) >= p
    return x.detach() * mask / (1 - p)


def drop_path(x, p, training, generator):
    if not training:
        return x.detach().clone()
    mask = torch.rand(x.shape[:1] + (1,) * (x.ndim - 1), generator=generator) >= p
    return x.detach() * mask / (1 - p)
