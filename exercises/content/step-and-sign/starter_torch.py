import torch


def step(x, threshold=0.0):
    """Return 1 where the tensor `x` reaches the threshold and 0 elsewhere, in floating point."""
    raise NotImplementedError("Write step: 1 where x >= threshold, else 0.")


def sign(x):
    """Return -1, 0 or 1 by the sign of each element of the tensor `x`, in floating point."""
    raise NotImplementedError("Write sign: -1, 0 or 1.")
