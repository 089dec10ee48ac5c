"""Calls the library's own initialisation."""

import torch


def xavier(shape, generator, distribution="uniform", gain=1.0):
    w = torch.empty(shape)
    if distribution == "normal":
        return torch.nn.init.xavier_normal_(w, gain, generator=generator)
    return torch.nn.init.xavier_uniform_(w, gain, generator=generator)
