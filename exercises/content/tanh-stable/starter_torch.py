import torch


def tanh(x):
    """Return the hyperbolic tangent of every element of the tensor `x`, built from exponentials."""
    raise NotImplementedError("Write tanh: from exponentials that cannot overflow, in value and in gradient.")
