"""You lose the step when x holds integers: stored in an integer tensor, 3 + h is 3 again; convert to float64 first."""

import torch


def numerical_gradient(f, x, h=1e-5):
    x = x.clone()
    flat = x.view(-1)
    gradient = torch.zeros(len(flat), dtype=torch.float64)
    for i in range(len(flat)):
        old = flat[i].item()
        flat[i] = old + h
        above = f(x)
        flat[i] = old - h
        below = f(x)
        flat[i] = old
        gradient[i] = (above - below) / (2 * h)
    return gradient.view(x.shape)
