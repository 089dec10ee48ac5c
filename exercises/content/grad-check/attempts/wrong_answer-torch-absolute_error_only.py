"""You compare absolute errors: a wrong gradient of a tiny function passes and a right one of a large function fails; divide by |a| + |n|."""

import torch


def numerical(f, x, h=1e-5):
    steps = h * torch.eye(x.numel(), dtype=x.dtype).reshape(-1, *x.shape)
    return torch.stack([(f(x + step) - f(x - step)) / (2 * h) for step in steps]).reshape(x.shape)


def check_gradient(f, grad, x, tol=1e-5):
    return bool((abs(grad(x) - numerical(f, x)) <= tol).all())
