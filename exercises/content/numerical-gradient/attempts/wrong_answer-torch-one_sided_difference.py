"""You take a one-sided difference: its error is of order h; step to both sides and divide by 2h, then it is of order h squared."""

import torch


def numerical_gradient(f, x, h=1e-5):
    x = x.double()
    here = f(x)
    steps = h * torch.eye(x.numel(), dtype=torch.float64).reshape(-1, *x.shape)
    return torch.stack([(f(x + step) - here) / h for step in steps]).reshape(x.shape)
