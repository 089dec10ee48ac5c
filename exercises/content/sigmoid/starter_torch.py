import torch


def sigmoid(x):
    """Return the logistic function of every element of the tensor `x`, in the shape of `x`."""
    raise NotImplementedError("Write sigmoid: 1 / (1 + exp(-x)), with finite values and gradients at both ends.")
