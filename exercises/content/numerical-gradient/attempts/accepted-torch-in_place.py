"""One entry of a flat copy moved in place and put back."""

import torch


def numerical_gradient(f, x, h=1e-5):
    x = x.double().clone()
    flat = x.view(-1)
    gradient = torch.zeros_like(flat)
    for i in range(len(flat)):
        old = flat[i].item()
        flat[i] = old + h
        above = f(x)
        flat[i] = old - h
        below = f(x)
        flat[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient.view(x.shape)
