"""All rows of the batch share one mask: each value needs its own independent draw, so draw in the full shape of `x`."""

import torch


def dropout(x, p, training, generator):
    if not training:
        return x.clone(), torch.ones(x.shape, dtype=torch.bool)
    mask = (torch.rand(x.shape[1:], generator=generator) >= p).expand(x.shape).clone()
    return x * mask / (1 - p), mask
