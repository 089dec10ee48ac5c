"""Your values are right, but sign and absolute value have derivative 0 at 0, so your gradient is 0 there instead of 1: use a form that is smooth at 0."""

import torch


def tanh(x):
    decay = torch.exp(-2 * x.abs())
    return torch.sign(x) * (1 - decay) / (1 + decay)
