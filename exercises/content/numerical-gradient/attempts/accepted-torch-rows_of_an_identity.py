"""Steps are the rows of a scaled identity matrix."""

import torch


def numerical_gradient(f, x, h=1e-5):
    steps = h * torch.eye(x.numel(), dtype=torch.float64).reshape(-1, *x.shape)
    return torch.stack([(f(x + step) - f(x - step)) / (2 * h) for step in steps]).reshape(x.shape)
