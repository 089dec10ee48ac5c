import torch


def swish(x, beta=1.0):
    """Return x * sigmoid(beta * x), element by element, for the tensor `x`."""
    raise NotImplementedError("Write swish: x times the sigmoid of beta * x.")
