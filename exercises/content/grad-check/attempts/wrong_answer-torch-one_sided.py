"""You take one-sided differences: their error is of the order of the step itself, so right gradients of a curved function fail; take (f(x + h) - f(x - h)) / 2h."""

import torch


def check_gradient(f, grad, x, tol=1e-5):
    h = 1e-5
    a = grad(x.clone())
    flat = x.reshape(-1)
    num = torch.zeros_like(flat)
    for i in range(flat.numel()):
        e = torch.zeros_like(flat)
        e[i] = h
        num[i] = (f((flat + e).view(x.shape)) - f(x)) / h
    num = num.view(x.shape)
    rel = (a - num).abs() / (a.abs() + num.abs()).clamp(min=1e-8)
    return rel.max().item() <= tol
