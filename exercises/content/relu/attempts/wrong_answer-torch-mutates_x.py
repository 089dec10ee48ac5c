"""You write the zeros into the caller's tensor: the result is right, but x is destroyed and the backward pass needs it; work on a copy."""

import torch


def relu(x):
    with torch.no_grad():
        x[x < 0] = 0
    return x
