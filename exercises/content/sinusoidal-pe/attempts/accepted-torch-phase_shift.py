"""A cosine is a sine a quarter turn ahead; the wavelengths from an exponential."""

import math

import torch


def sinusoidal(T, d):
    column = torch.arange(d)
    speed = torch.exp(-math.log(10000.0) * (column - column % 2).double() / d)
    return torch.sin(torch.outer(torch.arange(T).double(), speed) + math.pi / 2 * (column % 2))
