"""A relative error for each entry."""

import torch


def numerical(f, x, h=1e-5):
    steps = h * torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape)
    return torch.stack([(f(x + step) - f(x - step)) / (2 * h) for step in steps]).reshape(x.shape)


def check_gradient(f, grad, x, tol=1e-5):
    a, n = grad(x), numerical(f, x)
    error = (a - n).abs() / (a.abs() + n.abs()).clamp(min=1e-8)
    return bool((error <= tol).all())
