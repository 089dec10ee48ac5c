import torch


def relu(x):
    """Return a new tensor with the positive elements of `x`, and 0 in place of all others."""
    raise NotImplementedError("Write relu: max(x, 0), element by element, without changing x.")
