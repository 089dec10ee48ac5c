"""Calls the library's own initialisation."""

import torch


def he(shape, generator, mode="fan_in", nonlinearity="relu", a=0.0):
    w = torch.empty(shape)
    return torch.nn.init.kaiming_normal_(w, a, mode, nonlinearity, generator=generator)
