"""You leave x moved: after each entry write its old value back, or the next entries are taken at another point and the caller's x is changed."""

import torch


def numerical_gradient(f, x, h=1e-5):
    x = x.to(torch.float64)
    flat = x.view(-1)
    gradient = torch.zeros_like(flat)
    for i in range(len(flat)):
        flat[i] += h
        above = f(x)
        flat[i] -= 2 * h
        below = f(x)
        gradient[i] = (above - below) / (2 * h)
    return gradient.view(x.shape)
