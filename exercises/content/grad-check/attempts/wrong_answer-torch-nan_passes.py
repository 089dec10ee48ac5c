"""You let NaN pass: no comparison with it is true, so ask whether all errors are at most tol, not whether any is greater."""

import torch


def numerical(f, x, h=1e-5):
    steps = h * torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape)
    return torch.stack([(f(x + step) - f(x - step)) / (2 * h) for step in steps]).reshape(x.shape)


def check_gradient(f, grad, x, tol=1e-5):
    a, n = grad(x), numerical(f, x)
    return not bool(((a - n).abs() / (a.abs() + n.abs()).clamp(min=1e-8) > tol).any())
