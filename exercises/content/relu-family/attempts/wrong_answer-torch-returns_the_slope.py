"""You return the slope itself for negative x: that is the derivative, the function gives slope times x."""

import torch


def leaky_relu(x, negative_slope=0.01):
    return torch.where(x > 0, x, torch.full_like(x, negative_slope))
